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

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  SignalsHost,
  SignalsOverview,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoApiRef,
  ospoInnerSourceTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { AsyncContent } from '../shared/AsyncContent';
import { CsvButton } from '../shared/CsvButton';
import { DataColumn, DataTable } from '../shared/DataTable';
import { Missing } from '../shared/EntityCells';
import { EmptyFace } from '../shared/Faces';
import { Facts } from '../shared/Facts';
import styles from '../shared/Office.module.css';
import { Panel } from '../shared/Screen';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { ConnectNotice } from './ConnectNotice';
import own from './InnerSource.module.css';
import { useSignalSourceWord } from './sourceWords';

/** For the core team: how the reading of signals does, host by host. */
export function SourcesView() {
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const ospo = useApi(ospoApiRef);
  const state = useOspo(['signals'], (api, signal) =>
    api.innersource.getSignalsOverview({ signal }),
  );
  return (
    <>
      <ConnectNotice />
      <Panel
        title={t('sources.title')}
        actions={
          <CsvButton
            fileName="repos.json"
            label={t('sources.feed')}
            load={() => ospo.innersource.downloadReposJson()}
          />
        }
      >
        <p className={styles.line}>{t('sources.intro')}</p>
        <AsyncContent state={state} rows={5}>
          {overview => <Full overview={overview} />}
        </AsyncContent>
        <span className={styles.muted}>{t('sources.feedHint')}</span>
      </Panel>
    </>
  );
}

function Full(props: { overview: SignalsOverview }) {
  const { projects, discoveredAt, hosts } = props.overview;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const format = useFormat();
  const sourceWord = useSignalSourceWord();
  const columns: DataColumn<SignalsHost>[] = [
    {
      id: 'host',
      label: t('sources.host'),
      isRowHeader: true,
      cell: row => (
        <>
          {row.host}
          <span className={styles.muted}>{sourceWord(row.source)}</span>
        </>
      ),
    },
    {
      id: 'projects',
      label: t('sources.total'),
      isNumber: true,
      cell: row => format.number(row.projects),
    },
    {
      id: 'budget',
      label: t('sources.budget'),
      cell: row => <Budget host={row} />,
    },
    {
      id: 'success',
      label: t('sources.lastSuccess'),
      cell: row =>
        row.lastSuccessAt ? format.dateTime(row.lastSuccessAt) : <Missing />,
    },
    {
      id: 'error',
      label: t('sources.lastError'),
      cell: row =>
        row.lastError ? (
          <>
            {format.dateTime(row.lastError.at)}
            <span className={styles.muted} lang="en">
              {row.lastError.message}
            </span>
          </>
        ) : (
          <Missing />
        ),
    },
  ];
  return (
    <>
      <div className={own.figures}>
        <Facts
          facts={(
            ['total', 'read', 'waiting', 'failed', 'unread'] as const
          ).map(name => ({
            label: t(`sources.${name}`),
            value: format.number(projects[name]),
          }))}
        />
      </div>
      <p className={styles.line}>
        {discoveredAt
          ? t('sources.discovered', { date: format.dateTime(discoveredAt) })
          : t('sources.notDiscovered')}
      </p>
      {hosts.length === 0 ? (
        <EmptyFace title={t('sources.none')} hint={t('sources.noneHint')} />
      ) : (
        <DataTable
          label={t('sources.title')}
          columns={columns}
          rows={hosts}
          getKey={row => `${row.source} ${row.host}`}
        />
      )}
    </>
  );
}

function Budget(props: { host: SignalsHost }) {
  const { budget, blockedUntil } = props.host;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const format = useFormat();
  return (
    <>
      {t('sources.budgetOf', {
        used: format.number(budget.used),
        limit: format.number(budget.limit),
      })}
      {budget.resetsAt && (
        <span className={styles.muted}>
          {t('sources.resets', { date: format.dateTime(budget.resetsAt) })}
        </span>
      )}
      {blockedUntil && (
        <span className={styles.muted}>
          {t('sources.blocked', { date: format.dateTime(blockedUntil) })}
        </span>
      )}
    </>
  );
}
