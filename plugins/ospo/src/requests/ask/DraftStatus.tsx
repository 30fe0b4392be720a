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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { errorText } from '../../shared/errorText';
import styles from '../../shared/Office.module.css';
import { useFormat } from '../../shared/useFormat';
import { DraftState } from './useDraft';

export interface DraftStatusProps {
  draft: DraftState;
}

/** Whether what is written is safe. */
export function DraftStatus(props: DraftStatusProps) {
  const { status, savedAt, error, flush } = props.draft;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  return (
    <div role="status" className={styles.row}>
      {status === 'saving' && t('ask.saving')}
      {status === 'saved' &&
        t('ask.savedAt', { time: format.dateTime(savedAt) })}
      {status === 'failed' && (
        <>
          <span className={styles.error}>
            {t('ask.saveFailed')} {error && errorText(error)}
          </span>
          <Button
            size="small"
            variant="secondary"
            onPress={() => {
              // Told by the status.
              flush().catch(() => undefined);
            }}
          >
            {t('ask.saveAgain')}
          </Button>
        </>
      )}
    </div>
  );
}
