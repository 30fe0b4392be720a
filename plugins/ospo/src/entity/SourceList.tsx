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
import { UsageSourceState } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { DataColumn, DataTable } from '../shared/DataTable';
import { Missing } from '../shared/EntityCells';
import { EmptyFace } from '../shared/Faces';
import { safeHref } from '../shared/safeHref';
import { BadgeTone, ToneBadge } from '../shared/StateBadge';
import { useFormat } from '../shared/useFormat';
import styles from './SourceList.module.css';
import { wayName } from './wayName';

const tones: Record<UsageSourceState['state'], BadgeTone> = {
  waiting: 'quiet',
  ok: 'good',
  unchanged: 'good',
  failed: 'bad',
};

export interface SourceListProps {
  sources: UsageSourceState[];
}

/** Places that SBOMs are read from, how that went, and when it is tried again. */
export function SourceList(props: SourceListProps) {
  const { sources } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  if (sources.length === 0) {
    return (
      <EmptyFace
        title={t('entity.noSources')}
        hint={t('entity.noSourcesHint')}
      />
    );
  }
  const when = (iso: string | undefined) =>
    iso ? format.dateTime(iso) : <Missing />;
  const columns: DataColumn<UsageSourceState>[] = [
    {
      id: 'location',
      label: t('source.location'),
      isRowHeader: true,
      cell: row => <Location source={row} />,
    },
    {
      id: 'state',
      label: t('source.state'),
      cell: row => (
        <>
          <ToneBadge tone={tones[row.state]}>
            {t(`source.${row.state}`)}
          </ToneBadge>
          {row.message && (
            <span lang="en" className={styles.message}>
              {row.message}
            </span>
          )}
          {row.failures > 0 && (
            <span className={styles.message}>
              {t('source.failures', { count: row.failures })}
            </span>
          )}
        </>
      ),
    },
    {
      id: 'way',
      label: t('history.way'),
      cell: row => wayName(row.sourceId, t),
    },
    {
      id: 'checked',
      label: t('source.checked'),
      isShort: true,
      cell: row => when(row.checkedAt),
    },
    {
      id: 'lastGood',
      label: t('source.lastGood'),
      isShort: true,
      cell: row => when(row.lastGoodAt),
    },
    {
      id: 'next',
      label: t('source.nextCheck'),
      isShort: true,
      cell: row => when(row.nextCheckAt),
    },
  ];
  return (
    <DataTable
      label={t('entity.sources')}
      columns={columns}
      rows={sources}
      getKey={row =>
        [row.sourceId, row.location, row.target, row.stream].join('\n')
      }
    />
  );
}

function Location(props: { source: UsageSourceState }) {
  const { location, target, stream } = props.source;
  const href = safeHref(location);
  return (
    <>
      {href ? (
        <Link href={href} target="_blank" rel="noopener noreferrer">
          {location}
        </Link>
      ) : (
        location
      )}
      <span className={styles.message}>
        {target}, {stream}
      </span>
    </>
  );
}
