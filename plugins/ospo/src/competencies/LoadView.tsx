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
import { ProviderLoad } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AsyncContent } from '../shared/AsyncContent';
import { DataColumn, DataTable } from '../shared/DataTable';
import { Unknown } from '../shared/EntityCells';
import { EmptyFace } from '../shared/Faces';
import styles from '../shared/Office.module.css';
import { RefLink } from '../shared/RefLinks';
import { Panel, ScreenHead } from '../shared/Screen';
import { BadgeTone, ToneBadge } from '../shared/StateBadge';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';

const tones: Record<ProviderLoad['state'], BadgeTone> = {
  idle: 'note',
  fit: 'good',
  overloaded: 'bad',
  unknown: 'quiet',
};

const order: ProviderLoad['state'][] = ['overloaded', 'idle', 'unknown', 'fit'];

/** What each provider has been given, against what was agreed. */
export function LoadView() {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const columns = useLoadColumns();
  const state = useOspo(['coverage map', 'business-unit'], (api, signal) =>
    api.competencies.getCoverageMap({ by: 'business-unit' }, { signal }),
  );
  return (
    <>
      <ScreenHead title={t('loadView.title')} intro={t('loadView.intro')} />
      <Panel>
        <AsyncContent state={state} rows={8}>
          {({ load }) =>
            load.length === 0 ? (
              <EmptyFace title={t('loadView.none')} />
            ) : (
              <DataTable
                label={t('loadView.title')}
                columns={columns}
                rows={[...load].sort(
                  (a, b) => order.indexOf(a.state) - order.indexOf(b.state),
                )}
                getKey={row => row.ref}
              />
            )
          }
        </AsyncContent>
      </Panel>
    </>
  );
}

function useLoadColumns(): DataColumn<ProviderLoad>[] {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  return [
    {
      id: 'provider',
      label: t('competency.provider'),
      isRowHeader: true,
      cell: row => (
        <>
          <RefLink entityRef={row.ref} />
          <span className={styles.muted}>{t(`providerKind.${row.kind}`)}</span>
        </>
      ),
    },
    {
      id: 'state',
      label: t('loadView.stateLabel'),
      isShort: true,
      cell: row => (
        <ToneBadge tone={tones[row.state]}>
          {t(`loadView.state.${row.state}`)}
        </ToneBadge>
      ),
    },
    {
      id: 'agreed',
      label: t('loadView.agreed'),
      isNumber: true,
      cell: row =>
        row.agreedHoursPerMonth === undefined ? (
          <Unknown />
        ) : (
          t('hours.value', { count: row.agreedHoursPerMonth })
        ),
    },
    {
      id: 'open',
      label: t('loadView.open'),
      isNumber: true,
      cell: row => format.number(row.openWorkItems),
    },
    {
      id: 'openHours',
      label: t('loadView.openHours'),
      isNumber: true,
      cell: row => t('hours.value', { count: row.openHours }),
    },
    {
      id: 'doneHours',
      label: t('loadView.doneHours'),
      isNumber: true,
      cell: row => (
        <>
          {t('hours.value', { count: row.doneHours })}
          {row.doneEstimated > 0 && (
            <span className={styles.muted}>
              {t('loadView.estimated', { count: row.doneEstimated })}
            </span>
          )}
        </>
      ),
    },
    {
      id: 'next',
      label: t('loadView.nextStep'),
      cell: row => t(`loadView.next.${row.state}`),
    },
  ];
}
