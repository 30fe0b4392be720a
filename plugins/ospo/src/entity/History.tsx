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

import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button, Link } from '@backstage/ui';
import { UsageSnapshot } from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoApiRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { RiDownloadLine } from '@remixicon/react';
import { DataColumn } from '../shared/DataTable';
import { entityName } from '../shared/entityNames';
import { EmptyFace } from '../shared/Faces';
import { ListContent } from '../shared/ListContent';
import { saveBlob } from '../shared/saveBlob';
import { ToneBadge } from '../shared/StateBadge';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { withQuery } from '../shared/useOspoLinks';
import { useQueryState } from '../shared/useQueryState';
import { Changes } from './Changes';
import styles from './History.module.css';
import { sbomExtension } from './sbomExtension';
import { wayName } from './wayName';

export interface HistoryProps {
  entityRef: string;
}

/** Every document received, each to download again and to compare with the one before. */
export function History(props: HistoryProps) {
  const { entityRef } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const query = useQueryState();
  const from = Number(query.one('from'));
  const to = Number(query.one('to'));
  const state = useOspo(['snapshots', entityRef, query.cursor], (api, signal) =>
    api.listSnapshots(entityRef, { cursor: query.cursor }, { signal }),
  );
  const snapshots = state.status === 'loaded' ? state.value.items : [];
  const isLastPage = state.status === 'loaded' && !state.value.nextCursor;
  const columns = useColumns({ entityRef, snapshots, isLastPage });
  return (
    <>
      {from > 0 && to > 0 && (
        <Changes entityRef={entityRef} from={from} to={to} />
      )}
      <ListContent
        label={t('entity.history')}
        state={state}
        query={query}
        columns={columns}
        getKey={row => String(row.id)}
        isNarrowed={false}
        hasBasis={false}
        empty={<EmptyFace title={t('entity.stateNone')} />}
      />
      {snapshots.length === 1 && !query.cursor && (
        <p className={styles.note}>{t('history.one')}</p>
      )}
    </>
  );
}

/** The document received before this one for the same target and stream; lists are newest first. */
function before(
  snapshot: UsageSnapshot,
  snapshots: UsageSnapshot[],
): UsageSnapshot | undefined {
  return snapshots
    .slice(snapshots.indexOf(snapshot) + 1)
    .find(
      other =>
        other.target === snapshot.target && other.stream === snapshot.stream,
    );
}

function useColumns(options: {
  entityRef: string;
  snapshots: UsageSnapshot[];
  isLastPage: boolean;
}): DataColumn<UsageSnapshot>[] {
  const { entityRef, snapshots, isLastPage } = options;
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  return [
    {
      id: 'received',
      label: t('history.received'),
      isRowHeader: true,
      cell: row => (
        <>
          {format.dateTime(row.receivedAt)}{' '}
          {row.isCurrent && (
            <ToneBadge tone="good">{t('history.current')}</ToneBadge>
          )}
          <span className={styles.sub}>
            {row.target}, {row.stream}
          </span>
        </>
      ),
    },
    {
      id: 'format',
      label: t('history.format'),
      cell: row => (
        <>
          {row.format} {row.specVersion}
          <span className={styles.sub}>{row.tools.join(', ')}</span>
        </>
      ),
    },
    {
      id: 'document',
      label: t('history.document'),
      isShort: true,
      cell: row => format.date(row.documentAt),
    },
    {
      id: 'way',
      label: t('history.way'),
      cell: row => wayName(row.source, t),
    },
    {
      id: 'packages',
      label: t('field.packages'),
      isNumber: true,
      cell: row => format.number(row.counts.packages),
    },
    {
      id: 'change',
      label: t('history.change'),
      cell: row => {
        const previous = before(row, snapshots);
        const text = t('upload.added', {
          value: format.number(row.added),
          removed: format.number(row.removed),
        });
        return previous ? (
          <Link
            href={withQuery('', {
              view: 'history',
              from: String(previous.id),
              to: String(row.id),
            })}
            aria-label={`${text}. ${t('history.compareWith', {
              date: format.dateTime(row.receivedAt),
            })}`}
          >
            {text}
          </Link>
        ) : (
          // The first of a target and stream has nothing before it, unless that is on the next page.
          <>{isLastPage ? t('history.firstOne') : text}</>
        );
      },
    },
    {
      id: 'download',
      label: t('history.download'),
      isShort: true,
      cell: row => <Download entityRef={entityRef} snapshot={row} />,
    },
  ];
}

function Download(props: { entityRef: string; snapshot: UsageSnapshot }) {
  const { entityRef, snapshot } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const ospo = useApi(ospoApiRef);
  const toasts = useApi(toastApiRef);
  const format = useFormat();
  const download = async () => {
    try {
      const blob = await ospo.downloadSbom(entityRef, snapshot.id);
      saveBlob(
        blob,
        `${entityName(entityRef)}-${snapshot.id}${await sbomExtension(blob)}`,
      );
    } catch (error) {
      toasts.post({
        title: t('history.downloadFailed'),
        description: error instanceof Error ? error.message : String(error),
        status: 'danger',
      });
    }
  };
  return (
    <Button
      variant="tertiary"
      iconStart={<RiDownloadLine aria-hidden />}
      aria-label={t('history.downloadOf', {
        date: format.dateTime(snapshot.receivedAt),
      })}
      onPress={download}
    >
      {format.bytes(snapshot.bytes)}
    </Button>
  );
}
