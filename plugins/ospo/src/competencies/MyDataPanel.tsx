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
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Checkbox } from '@backstage/ui';
import {
  ospoApiRef,
  ospoOfficeTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { ActionError } from '../shared/ActionError';
import { ConfirmDialog } from '../shared/ConfirmDialog';
import styles from '../shared/Office.module.css';
import { saveBlob } from '../shared/saveBlob';
import { Panel } from '../shared/Screen';
import { useAction } from '../shared/useAction';

export interface MyDataPanelProps {
  userRef: string;
  onErased: () => void;
}

/** Taking everything out, and having it erased, each with what it means. */
export function MyDataPanel(props: MyDataPanelProps) {
  const { userRef, onErased } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const ospo = useApi(ospoApiRef);
  const exporting = useAction();
  const erasing = useAction();
  const [isAsking, setIsAsking] = useState(false);
  const [isUnderstood, setIsUnderstood] = useState(false);
  const [rows, setRows] = useState<number>();
  const erase = async () => {
    const isDone = await erasing.run(async () => {
      setRows((await ospo.competencies.erasePerson({ userRef })).rows);
    });
    if (isDone) {
      setIsAsking(false);
      onErased();
    }
  };
  return (
    <Panel title={t('profile.data')}>
      <p className={styles.line}>{t('profile.dataIntro')}</p>
      <div className={styles.row}>
        <Button
          variant="secondary"
          isPending={exporting.isPending}
          onPress={() =>
            exporting.run(async () =>
              saveBlob(await ospo.competencies.exportMyData(), 'my-data.json'),
            )
          }
        >
          {t('profile.exportData')}
        </Button>
        <Button
          variant="secondary"
          destructive
          onPress={() => {
            setIsUnderstood(false);
            setIsAsking(true);
          }}
        >
          {t('profile.erase')}
        </Button>
        <span role="status">
          {rows !== undefined && t('profile.erased', { count: rows })}
        </span>
      </div>
      <ActionError error={exporting.error} />
      <ConfirmDialog
        title={t('profile.eraseTitle')}
        text={t('profile.eraseText')}
        confirm={t('profile.erase')}
        isDestructive
        isDisabled={!isUnderstood}
        isOpen={isAsking}
        isPending={erasing.isPending}
        error={erasing.error}
        onClose={() => setIsAsking(false)}
        onConfirm={erase}
      >
        <Checkbox isSelected={isUnderstood} onChange={setIsUnderstood}>
          {t('profile.eraseConfirm')}
        </Checkbox>
      </ConfirmDialog>
    </Panel>
  );
}
