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
import { OspoRequest } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { RefLinks } from '../shared/RefLinks';
import { ToneBadge } from '../shared/StateBadge';
import { useFormat } from '../shared/useFormat';
import { statusOf } from './statusOf';

export interface StatusLineProps {
  request: OspoRequest;
}

/** What happened, what is next, who has it, by when: one line that answers "where is my request?". */
export function StatusLine(props: StatusLineProps) {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  const { happened, next, who, by, isLate, isPaused } = statusOf(props.request);
  const happenedText = () => {
    switch (happened.word) {
      case 'sent':
      case 'closed':
        return t(`status.${happened.word}`, { date: format.date(happened.at) });
      case 'decided':
        return t('status.decided', {
          date: format.date(happened.at),
          outcome: happened.outcome ? t(`outcome.${happened.outcome}`) : '–',
        });
      default:
        return t(`status.${happened.word}`);
    }
  };
  return (
    <span>
      {happenedText()}
      {isPaused && ` ${t('status.paused')}`}
      {next && (
        <>
          {' '}
          {t(`status.next.${next}`)}
          {by &&
            `, ${t(isLate ? 'status.late' : 'status.by', {
              date: format.date(by),
            })}`}
          .
          {who.length > 0 && (
            <>
              {' '}
              {t('status.has')}
              <RefLinks refs={who} />.
            </>
          )}
        </>
      )}
      {isLate && (
        <>
          {' '}
          <ToneBadge tone="bad">{t('badge.overdue')}</ToneBadge>
        </>
      )}
    </span>
  );
}
