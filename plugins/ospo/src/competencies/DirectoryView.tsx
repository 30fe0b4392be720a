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
import {
  Competency,
  competencyTypes,
  coverageStates,
  providerKinds,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AskButton } from '../shared/AskButton';
import { CoverageBadge } from '../shared/CoverageBadge';
import { DataColumn } from '../shared/DataTable';
import { EmptyFace } from '../shared/Faces';
import { FilterBar } from '../shared/FilterBar';
import { ListContent } from '../shared/ListContent';
import styles from '../shared/Office.module.css';
import { Panel } from '../shared/Screen';
import { useOspo } from '../shared/useOspo';
import { useOspoLinks } from '../shared/useOspoLinks';
import { useQueryState } from '../shared/useQueryState';
import { isNarrowed, readCompetenciesQuery } from './competencyQueries';
import { NeedHelp } from './NeedHelp';

/** "I need help with …" first, and every competency below. */
export function DirectoryView() {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const query = useQueryState();
  const question = readCompetenciesQuery(query);
  const columns = useCompetencyColumns();
  const state = useOspo(['competencies', question], (api, signal) =>
    api.competencies.listCompetencies(question, { signal }),
  );
  const tags = new Set([
    ...query.many('tag'),
    ...(state.status === 'loaded'
      ? state.value.items.flatMap(item => item.tags)
      : []),
  ]);

  return (
    <>
      <NeedHelp query={query} />
      <Panel title={t('competencies.title')}>
        <p className={styles.line}>{t('competencies.intro')}</p>
        <FilterBar
          query={query}
          searchPlaceholder={t('competencies.searchPlaceholder')}
          filters={[
            {
              name: 'type',
              label: t('competencies.type'),
              options: competencyTypes.map(value => ({
                value,
                label: t(`competencyType.${value}`),
              })),
            },
            {
              name: 'coverage',
              label: t('competencies.coverageOf'),
              options: coverageStates.map(value => ({
                value,
                label: t(`coverageState.${value}`),
              })),
            },
            {
              name: 'providerKind',
              label: t('competencies.providerKind'),
              isSingle: true,
              options: providerKinds.map(value => ({
                value,
                label: t(`providerKind.${value}`),
              })),
            },
            {
              name: 'tag',
              label: t('competencies.tag'),
              options: [...tags].sort().map(value => ({ value, label: value })),
            },
          ]}
          sort={{
            byDefault: 'title',
            options: [
              { value: 'title', label: t('competencies.sortTitle') },
              { value: 'coverage', label: t('competencies.sortCoverage') },
            ],
          }}
        />
        <ListContent
          label={t('competencies.title')}
          state={state}
          query={query}
          columns={columns}
          getKey={row => row.ref}
          isNarrowed={isNarrowed(question)}
          empty={
            <EmptyFace
              title={t('competencies.none')}
              hint={t('competencies.noneHint')}
            />
          }
        />
      </Panel>
    </>
  );
}

function useCompetencyColumns(): DataColumn<Competency>[] {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const links = useOspoLinks();
  return [
    {
      id: 'name',
      label: t('competencies.name'),
      isRowHeader: true,
      cell: row => (
        <>
          <Link href={links.competency(row.ref)}>{row.title}</Link>
          {row.description && (
            <span className={styles.muted}>{row.description}</span>
          )}
        </>
      ),
    },
    {
      id: 'type',
      label: t('competencies.type'),
      isShort: true,
      cell: row => t(`competencyType.${row.type}`),
    },
    {
      id: 'coverage',
      label: t('competencies.coverageOf'),
      isShort: true,
      cell: row => <CoverageBadge state={row.coverage} />,
    },
    {
      id: 'providers',
      label: t('competencies.providers'),
      cell: row => <ProviderCount competency={row} />,
    },
    {
      id: 'ask',
      label: t('competencies.ask'),
      isShort: true,
      cell: row => (
        <AskButton
          variant="tertiary"
          about={{ competency: row.ref }}
          name={row.title}
        />
      ),
    },
  ];
}

function ProviderCount(props: { competency: Competency }) {
  const { providers } = props.competency;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const missing = providers.filter(({ state }) => state === 'missing').length;
  if (providers.length === 0) {
    return <>{t('competencies.nobody')}</>;
  }
  return (
    <>
      {t('competencies.providerCount', { count: providers.length - missing })}
      {missing > 0 && (
        <span className={styles.muted}>
          {t('competencies.missingCount', { count: missing })}
        </span>
      )}
    </>
  );
}
