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
import { Link } from '@backstage/ui';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AsyncContent } from '../shared/AsyncContent';
import styles from '../shared/Office.module.css';
import { Panel } from '../shared/Screen';
import { useOspo } from '../shared/useOspo';
import { useOspoLinks } from '../shared/useOspoLinks';
import { Suggestions } from './Suggestions';

/** Projects that ask for the skills in the reader's own profile. */
export function ForMeView() {
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const links = useOspoLinks();
  const state = useOspo(['projects for me'], (api, signal) =>
    api.innersource.getSuggestions({ signal }),
  );
  return (
    <Panel
      title={t('forMe.title')}
      actions={
        // Who has listed none is led there below.
        state.status === 'loaded' &&
        state.value.optedIn && (
          <Link href={links.competencyView('profile')}>
            {t('forMe.profile')}
          </Link>
        )
      }
    >
      <p className={styles.line}>{t('forMe.intro')}</p>
      <AsyncContent state={state} rows={5}>
        {suggestions => <Suggestions {...suggestions} />}
      </AsyncContent>
    </Panel>
  );
}
