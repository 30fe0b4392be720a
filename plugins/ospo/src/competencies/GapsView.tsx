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
import { Link, Switch } from '@backstage/ui';
import { RoutingGap } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { DataColumn } from '../shared/DataTable';
import { EmptyFace } from '../shared/Faces';
import { ListContent } from '../shared/ListContent';
import { Panel, ScreenHead } from '../shared/Screen';
import { ToneBadge } from '../shared/StateBadge';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { useOspoLinks } from '../shared/useOspoLinks';
import { useQueryState } from '../shared/useQueryState';

/** Where routing found nobody: what the organisation cannot answer today. */
export function GapsView() {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const query = useQueryState();
  const onlyOpen = query.one('all') !== 'true';
  const question = { open: onlyOpen || undefined, cursor: query.cursor };
  const columns = useGapColumns();
  const state = useOspo(['gaps', question], (api, signal) =>
    api.requests.listGaps(question, { signal }),
  );
  return (
    <>
      <ScreenHead title={t('gapsView.title')} intro={t('gapsView.intro')} />
      <Panel
        actions={
          <Switch
            label={t('gapsView.onlyOpen')}
            isSelected={onlyOpen}
            onChange={isSelected =>
              query.change({ all: isSelected ? undefined : 'true' })
            }
          />
        }
      >
        <ListContent
          label={t('gapsView.title')}
          state={state}
          query={query}
          columns={columns}
          getKey={row => row.id}
          isNarrowed={false}
          empty={
            <EmptyFace
              title={t('gapsView.none')}
              hint={t('gapsView.noneHint')}
            />
          }
        />
      </Panel>
    </>
  );
}

function useGapColumns(): DataColumn<RoutingGap>[] {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  const links = useOspoLinks();
  return [
    {
      id: 'competency',
      label: t('gapsView.competency'),
      isRowHeader: true,
      cell: row => (
        <Link href={links.competency(row.competency.ref)}>
          {row.competency.title}
        </Link>
      ),
    },
    {
      id: 'request',
      label: t('gapsView.request'),
      isShort: true,
      cell: row => (
        <Link href={links.request(row.requestId)}>{row.requestNumber}</Link>
      ),
    },
    {
      id: 'at',
      label: t('gapsView.at'),
      isShort: true,
      cell: row => format.date(row.at),
    },
    {
      id: 'candidates',
      label: t('gapsView.candidates'),
      cell: row => t('gapsView.candidatesValue', { count: row.candidates }),
    },
    {
      id: 'closed',
      label: t('gapsView.closed'),
      isShort: true,
      cell: row =>
        row.closedAt ? (
          format.date(row.closedAt)
        ) : (
          <ToneBadge tone="warn">{t('gapsView.open')}</ToneBadge>
        ),
    },
  ];
}
