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
import surface from '../shared/Surface.module.css';
import { useOspo } from '../shared/useOspo';
import { useOspoLinks } from '../shared/useOspoLinks';
import { Suggestions } from './Suggestions';

const SHOWN = 4;

/** A few projects for the reader, on the home page. */
export function ForMeWidget() {
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const links = useOspoLinks();
  const state = useOspo(['projects for me'], (api, signal) =>
    api.innersource.getSuggestions({ signal }),
  );
  return (
    <div className={`${surface.surface} ${styles.widget}`}>
      <AsyncContent state={state} rows={3}>
        {({ optedIn, items }) => (
          <>
            <Suggestions optedIn={optedIn} items={items.slice(0, SHOWN)} />
            {items.length > 0 && (
              <Link href={links.projectView('for-me')}>{t('forMe.all')}</Link>
            )}
          </>
        )}
      </AsyncContent>
    </div>
  );
}
