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
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import styles from './ShareBar.module.css';
import { useFormat } from './useFormat';

export interface ShareBarProps {
  parts: {
    components: number;
    current: number;
    stale: number;
    failed: number;
    none: number;
  };
}

const states = ['current', 'stale', 'failed', 'none'] as const;

/** How the components of a group stand; the same numbers stand in words beside it. */
export function ShareBar(props: ShareBarProps) {
  const { parts } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  const known = parts.current + parts.stale;
  const share = parts.components > 0 ? known / parts.components : undefined;
  return (
    <div className={styles.row}>
      <div className={styles.bar} aria-hidden>
        {states.map(
          state =>
            parts[state] > 0 && (
              <span
                key={state}
                data-state={state}
                title={`${t(`word.${state}`)}: ${format.number(parts[state])}`}
                style={{ flexGrow: parts[state] }}
              />
            ),
        )}
      </div>
      <span className={styles.value}>{format.percent(share)}</span>
    </div>
  );
}

/** What the colours of the bar mean. */
export function ShareLegend() {
  const { t } = useTranslationRef(ospoTranslationRef);
  return (
    <ul className={styles.legend} aria-label={t('coverage.legend')}>
      {states.map(state => (
        <li key={state}>
          <span className={styles.swatch} data-state={state} aria-hidden />
          {t(`word.${state}`)}
        </li>
      ))}
    </ul>
  );
}
