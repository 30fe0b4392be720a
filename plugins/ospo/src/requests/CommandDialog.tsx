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

import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import {
  RequestCommand,
  RequestCommandKind,
  RequestDetail,
  WorkItem,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoOfficeTranslationRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import styles from '../shared/Office.module.css';
import surface from '../shared/Surface.module.css';
import { CommandError } from './CommandError';
import { CommandFieldInput } from './CommandFieldInput';
import {
  commandFields,
  CommandValues,
  problemsOf,
  toCommand,
} from './commandRules';
import { useCommand } from './useCommand';

export interface CommandDialogProps {
  kind: RequestCommandKind;
  request: RequestDetail;
  item?: WorkItem;
  onChanged: (request: RequestDetail, command: RequestCommand) => void;
  reload: () => void;
  onClose: () => void;
}

const destructive: RequestCommandKind[] = ['withdraw', 'decline', 'skip'];

/** Commands whose dialog says first what they bring about. */
const explained = [
  'withdraw',
  'decline',
  'hand-over',
  'ask-back',
  'finish',
  'skip',
  'publish',
  'unpublish',
  'reopen',
  'decide',
  'require',
  'close',
  'set-confidentiality',
  'comment',
] as const;

/** Asks for what a command needs. What was typed stays when it cannot be sent. */
export function CommandDialog(props: CommandDialogProps) {
  const { kind, request, item, onChanged, reload, onClose } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { t: shared } = useTranslationRef(ospoTranslationRef);
  const [values, setValues] = useState<CommandValues>(() =>
    firstValues(kind, request),
  );
  const [isChecked, setIsChecked] = useState(false);
  const commanding = useCommand(request, onChanged);
  const problems = problemsOf(kind, values);
  const explanation = explained.find(word => word === kind);

  const send = async () => {
    setIsChecked(true);
    const command = toCommand(kind, values, item?.id);
    if (command && (await commanding.give(command))) {
      onClose();
    }
  };

  return (
    <Dialog
      className={surface.surface}
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      // What was typed is not lost by a click beside it.
      isDismissable={false}
      width="min(40rem, calc(100vw - 2rem))"
    >
      <DialogHeader>
        {item
          ? `${t(`command.${kind}`)}: ${item.competency.title}`
          : t(`command.${kind}`)}
      </DialogHeader>
      <DialogBody>
        <div className={styles.form}>
          {explanation && (
            <p className={styles.line}>{t(`commandText.${explanation}`)}</p>
          )}
          {commandFields[kind].map((field, index) => (
            <CommandFieldInput
              key={field}
              field={field}
              kind={kind}
              request={request}
              item={item}
              value={values[field] ?? ''}
              problem={isChecked ? problems[field] : undefined}
              isFirst={index === 0}
              onChange={value => setValues({ ...values, [field]: value })}
            />
          ))}
          <CommandError commanding={commanding} reload={reload} />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {shared('action.cancel')}
        </Button>
        <Button
          variant="primary"
          destructive={destructive.includes(kind)}
          isPending={commanding.isPending}
          onPress={send}
        >
          {t(`command.${kind}`)}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function firstValues(
  kind: RequestCommandKind,
  request: RequestDetail,
): CommandValues {
  switch (kind) {
    case 'publish':
      return { precedentTitle: request.title };
    case 'require':
      return { authority: 'answer', blocking: 'true' };
    case 'set-confidentiality':
      return { confidentiality: request.confidentiality };
    case 'decide':
      return {
        // Conditions that the competencies asked for; the one who decides changes them.
        conditions: [
          ...new Set(request.items.flatMap(({ conditions }) => conditions)),
        ].join('\n'),
      };
    default:
      return {};
  }
}
