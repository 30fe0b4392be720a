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

import { memo } from 'react';
import {
  discoveryApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { CopyBlock } from '../shared/CopyBlock';
import styles from '../shared/Office.module.css';
import { Unfold } from '../shared/Unfold';
import { useLoad } from '../shared/useLoad';
import { useOspo } from '../shared/useOspo';

const modules = (names: string[]) =>
  names
    .map(
      name =>
        `backend.add(import('@ospo-suite/backstage-plugin-ospo-backend-module-${name}'));`,
    )
    .join('\n');

function Ways() {
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const discovery = useApi(discoveryApiRef);
  const baseUrl = useLoad('base', () => discovery.getBaseUrl('ospo'));
  const base =
    baseUrl.status === 'loaded' ? baseUrl.value : 'https://…/api/ospo';
  const curl = [
    'curl --fail --request POST \\',
    '  --header "Authorization: Bearer $TOKEN" \\',
    '  --header "Content-Type: application/json" \\',
    '  --data @signals.json \\',
    `  "${base}/innersource/signals"`,
  ].join('\n');
  return (
    <>
      <p>{t('connect.forge')}</p>
      <CopyBlock text={modules(['github', 'gitlab'])} />
      <p>{t('connect.git')}</p>
      <CopyBlock text={modules(['git'])} />
      <p>{t('connect.push')}</p>
      <CopyBlock text={curl} />
    </>
  );
}

/** Says that activity is unknown because nothing can tell it, and how to change that. Nothing when all is well. */
export const ConnectNotice = memo(() => {
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const state = useOspo(['signals'], (api, signal) =>
    api.innersource.getSignalsOverview({ signal }),
  );
  if (state.status !== 'loaded') {
    return null;
  }
  const { connected, projects } = state.value;
  if (!connected && projects.total > 0) {
    return (
      <Alert
        status="info"
        icon
        title={t('connect.title')}
        description={
          <>
            {t('connect.text')}
            <Unfold level={3} summary={t('connect.how')}>
              <Ways />
            </Unfold>
          </>
        }
      />
    );
  }
  return projects.waiting > 0 ? (
    <p className={styles.line}>
      {t('connect.waiting', { count: projects.waiting })}
    </p>
  ) : null;
});
