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
import { OspoFinding } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import styles from './Office.module.css';
import { Panel } from './Screen';

export interface OfficeFindingsProps {
  title: string;
  findings: OspoFinding[];
}

/** What is wrong in what the catalog or a file declares, with the mend; nothing at all when nothing is. */
export function OfficeFindings(props: OfficeFindingsProps) {
  const { title, findings } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  return findings.length === 0 ? null : (
    <Panel title={title}>
      <ul className={styles.list}>
        {findings.map(finding => (
          <li key={`${finding.code} ${finding.where}`} className={styles.item}>
            {/* Written by the backend, in English. */}
            <span lang="en">{finding.message}</span>
            <span className={styles.muted}>
              {t('entity.where')}: <code>{finding.where}</code>
            </span>
            <span className={styles.muted}>
              {t('entity.mend')}: <span lang="en">{finding.mend}</span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
