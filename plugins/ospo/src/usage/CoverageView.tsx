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
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Link, Switch } from '@backstage/ui';
import {
  CoverageGroup,
  UsageCoverage,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AsyncContent } from '../shared/AsyncContent';
import { Basis } from '../shared/Basis';
import { DataColumn, DataTable } from '../shared/DataTable';
import { toEntityRef } from '../shared/entityNames';
import { EmptyFace } from '../shared/Faces';
import { Panel, ScreenHead } from '../shared/Screen';
import { ShareBar } from '../shared/ShareBar';
import { ToneBadge } from '../shared/StateBadge';
import { SubNav } from '../shared/SubNav';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { useOspoLinks } from '../shared/useOspoLinks';
import { useQueryState } from '../shared/useQueryState';
import { CoverageSummary } from './CoverageSummary';

const groupings = ['owner', 'system', 'type', 'lifecycle'] as const;
type Grouping = (typeof groupings)[number];

const groupsOf: Record<Grouping, (coverage: UsageCoverage) => CoverageGroup[]> =
  {
    owner: coverage => coverage.owners,
    system: coverage => coverage.systems,
    type: coverage => coverage.types,
    lifecycle: coverage => coverage.lifecycles,
  };

const labels = {
  owner: 'coverage.owners',
  system: 'coverage.systems',
  type: 'coverage.types',
  lifecycle: 'coverage.lifecycles',
} as const satisfies Record<Grouping, string>;

/** A group that never sent anything that could be read. */
function neverAppeared(group: CoverageGroup): boolean {
  return group.current === 0 && group.stale === 0;
}

/** Who sends SBOMs, how old they are, and who never appears. */
export function CoverageView() {
  const { t } = useTranslationRef(ospoTranslationRef);
  const links = useOspoLinks();
  const query = useQueryState();
  const by = groupings.find(word => word === query.one('by')) ?? 'owner';
  const onlyNever = query.one('never') === 'true';
  const state = useOspo(['coverage'], (api, signal) =>
    api.getCoverage({ signal }),
  );

  return (
    <>
      <ScreenHead title={t('coverage.title')} intro={t('coverage.intro')} />
      <AsyncContent state={state} rows={10}>
        {coverage => {
          if (coverage.total.components === 0) {
            return (
              <Panel>
                <EmptyFace
                  title={t('components.none')}
                  hint={t('components.noneHint')}
                />
              </Panel>
            );
          }
          const groups = groupsOf[by](coverage);
          const never = groups.filter(neverAppeared);
          return (
            <>
              <CoverageSummary coverage={coverage} />
              <Panel
                title={`${t('coverage.by')}: ${t(labels[by])}`}
                actions={
                  <Switch
                    label={t('coverage.onlyNever')}
                    isSelected={onlyNever}
                    onChange={isSelected =>
                      query.change({ never: isSelected ? 'true' : undefined })
                    }
                  />
                }
              >
                <SubNav
                  isMinor
                  label={t('coverage.by')}
                  current={by}
                  items={groupings.map(word => ({
                    id: word,
                    label: t(labels[word]),
                    href: links.coverage({
                      by: word,
                      never: onlyNever ? 'true' : undefined,
                    }),
                  }))}
                />
                {never.length > 0 &&
                  t('coverage.neverHint', { count: never.length })}
                <GroupTable by={by} groups={onlyNever ? never : groups} />
                <Basis basis={coverage.basis} />
              </Panel>
            </>
          );
        }}
      </AsyncContent>
    </>
  );
}

function GroupTable(props: { by: Grouping; groups: CoverageGroup[] }) {
  const { by, groups } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  const links = useOspoLinks();
  if (groups.length === 0) {
    return <EmptyFace title={t('list.empty')} />;
  }
  const columns: DataColumn<CoverageGroup>[] = [
    {
      id: 'group',
      label: t(labels[by]),
      isRowHeader: true,
      cell: row => <GroupCell by={by} group={row} />,
    },
    {
      id: 'components',
      label: t('field.components'),
      isNumber: true,
      cell: row => format.number(row.components),
    },
    {
      id: 'coverage',
      label: t('field.coverage'),
      cell: row => <ShareBar parts={row} />,
    },
    ...(['current', 'stale', 'failed', 'none'] as const).map(state => ({
      id: state,
      label: t(`word.${state}`),
      isNumber: true,
      cell: (row: CoverageGroup) =>
        row[state] > 0 && row.value !== undefined ? (
          <Link href={links.components({ [by]: row.value, sbomState: state })}>
            {format.number(row[state])}
          </Link>
        ) : (
          format.number(row[state])
        ),
    })),
  ];
  return (
    <DataTable
      label={t('coverage.title')}
      columns={columns}
      rows={groups}
      getKey={row => `${row.state}:${row.value ?? ''}`}
    />
  );
}

function GroupCell(props: { by: Grouping; group: CoverageGroup }) {
  const { by, group } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const links = useOspoLinks();
  if (group.value === undefined) {
    return by === 'owner' ? (
      <Link href={links.components({ ownerState: 'none' })}>
        {t('list.noOwner')}
      </Link>
    ) : (
      <>{t('list.noneGiven')}</>
    );
  }
  // A group of the catalog goes by the title that the catalog shows for it.
  const fullRef =
    by === 'owner' || by === 'system'
      ? toEntityRef(group.value, by === 'owner' ? 'group' : 'system')
      : undefined;
  return (
    <>
      <Link href={links.components({ [by]: group.value })}>
        {fullRef ? (
          <EntityDisplayName entityRef={fullRef} hideIcon disableTooltip />
        ) : (
          group.value
        )}
      </Link>
      {group.state === 'missing' && (
        <>
          {' '}
          <ToneBadge tone="warn">{t('list.missing')}</ToneBadge>
        </>
      )}
    </>
  );
}
