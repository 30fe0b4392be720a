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
import { SignalValue } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import styles from '../shared/Office.module.css';
import { useFormat } from '../shared/useFormat';
import own from './InnerSource.module.css';
import { SignalRow } from './SignalRow';

const BAR = 4;
const HEIGHT = 40;
/** A week without commits is a line on the ground, so that it is not taken for a week that nobody knows of. */
const NONE = 1;

export interface ParticipationProps {
  signal: SignalValue<number[]>;
}

/** A year in bars, with the same in words for everybody. */
export function Participation(props: ParticipationProps) {
  const { signal } = props;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const format = useFormat();
  const weeks = signal.value;
  if (weeks === null || weeks.length === 0) {
    return (
      <ul className={own.rows}>
        <SignalRow name="participation" signal={signal} text={undefined} />
      </ul>
    );
  }
  const most = Math.max(...weeks);
  const words = t('signals.participationText', {
    weeks: format.number(weeks.length),
    total: format.number(weeks.reduce((sum, week) => sum + week, 0)),
    most: format.number(most),
    quiet: format.number(weeks.filter(week => week === 0).length),
  });
  return (
    <figure className={own.figure} aria-label={t('signals.participation')}>
      <svg
        className={own.chart}
        viewBox={`0 0 ${weeks.length * BAR} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden
      >
        {weeks.map((week, index) => {
          const height =
            week === 0 ? NONE : Math.max(2, (week / most) * HEIGHT);
          return (
            <rect
              key={index}
              data-none={week === 0 || undefined}
              x={index * BAR}
              y={HEIGHT - height}
              width={BAR - 1}
              height={height}
            />
          );
        })}
      </svg>
      <div className={own.axis} aria-hidden>
        <span>
          {t('signals.first', { weeks: format.number(weeks.length) })}
        </span>
        <span>{t('signals.last')}</span>
      </div>
      <figcaption className={styles.muted}>{words}</figcaption>
    </figure>
  );
}
