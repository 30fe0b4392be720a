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

import { Link } from '@backstage/ui';
import styles from './BarChart.module.css';

export interface Bar {
  id: string;
  label: string;
  value: number;
  /** The value as it is written. */
  text: string;
  href?: string;
  /** Bars of what is unknown look different from those of what is known. */
  isUnknown?: boolean;
}

export interface BarChartProps {
  label: string;
  bars: Bar[];
}

/** Horizontal bars with their numbers; a list to those who cannot see them. */
export function BarChart(props: BarChartProps) {
  const { label, bars } = props;
  const most = Math.max(...bars.map(bar => bar.value), 1);
  return (
    <ul aria-label={label} className={styles.bars}>
      {bars.map(bar => (
        <li key={bar.id} className={styles.row}>
          <span className={styles.label}>
            {bar.href ? <Link href={bar.href}>{bar.label}</Link> : bar.label}
          </span>
          <span className={styles.track} aria-hidden>
            {bar.value > 0 && (
              <span
                className={styles.bar}
                data-unknown={bar.isUnknown || undefined}
                style={{ inlineSize: `${(bar.value / most) * 100}%` }}
              />
            )}
          </span>
          <span className={styles.value}>{bar.text}</span>
        </li>
      ))}
    </ul>
  );
}
