/*
 * Copyright 2026 The OSPO for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { ActionError } from './ActionError';
import styles from './Office.module.css';
import surface from './Surface.module.css';

export interface ConfirmDialogProps {
  title: string;
  /** What it means, before it is done. */
  text?: string;
  confirm: string;
  isOpen: boolean;
  isPending: boolean;
  isDestructive?: boolean;
  isDisabled?: boolean;
  error?: Error;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks before something is done. Focus goes in, stays in, and comes back to the button that opened it. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, text, confirm, isOpen, isPending, error, children } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  return (
    <Dialog
      className={surface.surface}
      isOpen={isOpen}
      onOpenChange={open => !open && props.onClose()}
      width="min(36rem, calc(100vw - 2rem))"
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <div className={styles.form}>
          {text && <p className={styles.line}>{text}</p>}
          {children}
          <ActionError error={error} />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={props.onClose}>
          {t('action.cancel')}
        </Button>
        <Button
          variant="primary"
          destructive={props.isDestructive}
          isPending={isPending}
          isDisabled={props.isDisabled}
          onPress={props.onConfirm}
        >
          {confirm}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
