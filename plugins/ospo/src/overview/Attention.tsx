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
import {
  UsageAttention,
  UsageOverview,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { Panel } from '../shared/Screen';
import { QueryValues, useOspoLinks } from '../shared/useOspoLinks';
import styles from './Attention.module.css';

type Kind = UsageAttention['kind'];

const words = {
  'no-owner': 'attention.noOwner',
  'owner-missing': 'attention.ownerMissing',
  'no-sbom': 'attention.noSbom',
  'sbom-failed': 'attention.sbomFailed',
  'sbom-stale': 'attention.sbomStale',
  'licence-unknown': 'attention.licenceUnknown',
} as const satisfies Record<Kind, string>;

/** The filter of the component list that shows the rows behind a count. */
const filters: Record<Kind, QueryValues> = {
  'no-owner': { ownerState: 'none' },
  'owner-missing': { ownerState: 'missing' },
  'no-sbom': { sbomState: 'none' },
  'sbom-failed': { sbomState: 'failed' },
  'sbom-stale': { sbomState: 'stale' },
  'licence-unknown': { licenceUnknown: 'true' },
};

export interface AttentionProps {
  overview: UsageOverview;
}

/** What somebody should do something about, the largest first. */
export function Attention(props: AttentionProps) {
  const { t } = useTranslationRef(ospoTranslationRef);
  const links = useOspoLinks();
  const items = props.overview.attention
    .filter(item => item.components > 0)
    .sort((a, b) => b.components - a.components);
  return (
    <Panel title={t('overview.attention')}>
      {items.length === 0 ? (
        <p className={styles.none}>{t('overview.attentionNone')}</p>
      ) : (
        <ul className={styles.list}>
          {items.map(item => (
            <li key={item.kind} className={styles.item}>
              <span>
                <Link href={links.components(filters[item.kind])}>
                  {t(words[item.kind])}
                </Link>
                <span className={styles.hint}>
                  {t(`${words[item.kind]}Hint`)}
                </span>
              </span>
              <span className={styles.count}>
                {t('overview.attentionCount', { count: item.components })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
