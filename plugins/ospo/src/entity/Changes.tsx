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
import { UsageChanges } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AsyncContent } from '../shared/AsyncContent';
import { DataColumn, DataTable } from '../shared/DataTable';
import { Unknown } from '../shared/EntityCells';
import { EmptyFace } from '../shared/Faces';
import { LicenceLink } from '../shared/LicenceLink';
import { PackageCell } from '../shared/PackageCell';
import { Panel } from '../shared/Screen';
import { BadgeTone, ToneBadge } from '../shared/StateBadge';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { groupChanges, PackageChange } from './groupChanges';
import styles from './History.module.css';

const tones: Record<PackageChange['kind'], BadgeTone> = {
  added: 'note',
  removed: 'quiet',
  changed: 'warn',
};

export interface ChangesProps {
  entityRef: string;
  from: number;
  to: number;
}

/** What changed between two documents of one target and stream. */
export function Changes(props: ChangesProps) {
  const { entityRef, from, to } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const state = useOspo(['changes', entityRef, from, to], (api, signal) =>
    api.getChanges(entityRef, { from, to }, { signal }),
  );
  return (
    <Panel level={3} title={t('history.compareTitle')}>
      <AsyncContent state={state} rows={4}>
        {changes => <Full changes={changes} />}
      </AsyncContent>
    </Panel>
  );
}

function Full(props: { changes: UsageChanges }) {
  const { changes } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  const rows = groupChanges(changes.changes);
  const columns: DataColumn<PackageChange>[] = [
    {
      id: 'package',
      label: t('field.package'),
      isRowHeader: true,
      cell: row => <PackageCell item={row.item} />,
    },
    {
      id: 'kind',
      label: t('history.kind'),
      isShort: true,
      cell: row => (
        <ToneBadge tone={tones[row.kind]}>{t(`history.${row.kind}`)}</ToneBadge>
      ),
    },
    {
      id: 'before',
      label: t('history.before'),
      cell: row => <Versions versions={row.before} />,
    },
    {
      id: 'after',
      label: t('history.after'),
      cell: row => <Versions versions={row.after} />,
    },
    {
      id: 'licence',
      label: t('field.licence'),
      cell: row => <LicenceLink licence={row.item.licence} />,
    },
  ];
  return (
    <>
      <p className={styles.note}>
        {t('history.from')} {format.dateTime(changes.from.receivedAt)}{' '}
        {t('history.to').toLocaleLowerCase(format.language)}{' '}
        {format.dateTime(changes.to.receivedAt)}
      </p>
      {rows.length === 0 ? (
        <EmptyFace title={t('history.same')} hint={t('history.sameHint')} />
      ) : (
        <DataTable
          label={t('history.compareTitle')}
          columns={columns}
          rows={rows}
          getKey={row => row.item.key}
        />
      )}
      {changes.more && <p className={styles.note}>{t('history.more')}</p>}
    </>
  );
}

function Versions(props: { versions: (string | undefined)[] }) {
  const { versions } = props;
  if (versions.length === 0) {
    return <>–</>;
  }
  return (
    <>
      {versions.map((version, index) => (
        <span key={version ?? ''}>
          {index > 0 && ', '}
          {version ?? <Unknown />}
        </span>
      ))}
    </>
  );
}
