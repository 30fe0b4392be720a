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
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import styles from '../shared/Office.module.css';
import { Panel } from '../shared/Screen';
import { useTypeNames } from './useTypeNames';

/** What is wrong with the rules of kinds of request, with the mend; nothing at all when nothing is. */
export function TypeProblems() {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { types, nameOf } = useTypeNames();
  const faulty = types.filter(({ problems = [] }) => problems.length > 0);
  return faulty.length === 0 ? null : (
    <Panel title={t('requests.typeProblems')}>
      <ul className={styles.list}>
        {faulty.map(({ id, problems = [] }) => (
          <li key={id} className={styles.item}>
            <strong>{nameOf(id)}</strong>
            {problems.map(problem => (
              // Written by the backend, in English.
              <p key={problem} lang="en" className={styles.line}>
                {problem}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
