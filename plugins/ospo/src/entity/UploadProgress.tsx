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
import LinearProgress from '@material-ui/core/LinearProgress';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { useFormat } from '../shared/useFormat';
import styles from './UploadPanel.module.css';

export interface UploadProgressProps {
  /** 0 to 1; at 1 everything is sent and the backend reads. */
  share: number;
  onCancel: () => void;
}

export function UploadProgress(props: UploadProgressProps) {
  const { share, onCancel } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  const isSent = share >= 1;
  const text = isSent
    ? t('upload.reading')
    : t('upload.sending', {
        percent: format.percent(Math.floor(share * 100) / 100),
      });
  return (
    <div className={styles.progress}>
      {/* The one component that `@backstage/ui` does not have. */}
      <LinearProgress
        className={styles.bar}
        aria-label={t('upload.title')}
        variant={isSent ? 'indeterminate' : 'determinate'}
        value={isSent ? undefined : share * 100}
      />
      <span role="status">{text}</span>
      <Button variant="secondary" onPress={onCancel}>
        {t('upload.cancel')}
      </Button>
    </div>
  );
}
