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
import {
  OspoRequest,
  TriageReason,
  triageReasons,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { DataColumn } from '../shared/DataTable';
import { EmptyFace } from '../shared/Faces';
import { ScreenHead } from '../shared/Screen';
import { BadgeTone, ToneBadge } from '../shared/StateBadge';
import { RequestList } from './RequestList';
import { TypeProblems } from './TypeProblems';

const tones: Record<TriageReason, BadgeTone> = {
  gap: 'bad',
  proposal: 'note',
  overdue: 'bad',
  'ready-to-decide': 'good',
};

/** What needs the core team, each with why. */
export function TriageView() {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const column: DataColumn<OspoRequest> = {
    id: 'needs',
    label: t('requests.needs'),
    cell: row => (
      <>
        {row.triage.map(reason => (
          <span key={reason}>
            <ToneBadge tone={tones[reason]}>
              {t(`triageReason.${reason}`)}
            </ToneBadge>{' '}
          </span>
        ))}
      </>
    ),
  };
  return (
    <>
      <ScreenHead
        title={t('requests.triageTitle')}
        intro={t('requests.triageIntro')}
      />
      <TypeProblems />
      <RequestList
        view="triage"
        label={t('requests.triageTitle')}
        column={column}
        filters={[
          {
            name: 'triage',
            label: t('requests.needs'),
            options: triageReasons.map(value => ({
              value,
              label: t(`triageReason.${value}`),
            })),
          },
        ]}
        empty={
          <EmptyFace
            title={t('requests.triageNone')}
            hint={t('requests.triageNoneHint')}
          />
        }
      />
    </>
  );
}
