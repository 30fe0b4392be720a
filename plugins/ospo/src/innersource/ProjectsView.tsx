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

import { useMemo } from 'react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ospoApiRef,
  ospoInnerSourceTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { AsyncContent } from '../shared/AsyncContent';
import { CsvButton } from '../shared/CsvButton';
import { FilterBar, useSearchText } from '../shared/FilterBar';
import styles from '../shared/Office.module.css';
import { Panel } from '../shared/Screen';
import { useOspo } from '../shared/useOspo';
import { useQueryState } from '../shared/useQueryState';
import { ConnectNotice } from './ConnectNotice';
import { ProjectResults } from './ProjectResults';
import {
  projectSorts,
  readProjectFilters,
  readProjectsQuery,
} from './projectQueries';
import { SavedFilters } from './SavedFilters';
import { useProjectFilters } from './useProjectFilters';
import { useUnchangedProjects } from './useUnchangedProjects';
import { ViewSwitch } from './ViewSwitch';

const sortWords = {
  relevance: 'innerSource.sortRelevance',
  activity: 'innerSource.sortActivity',
  welcoming: 'innerSource.sortWelcoming',
  reach: 'innerSource.sortReach',
  'last-push': 'innerSource.sortLastPush',
  'wanted-help': 'innerSource.sortWantedHelp',
  title: 'innerSource.sortTitle',
} as const;

/** Every project that the reader may see, to be searched and narrowed. */
export function ProjectsView() {
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const ospo = useApi(ospoApiRef);
  const query = useQueryState();
  // The list follows each key; the address, and with it the numbers beside the filters, when typing pauses.
  const typed = useSearchText(query);
  const q = typed[0].trim() || undefined;
  const question = readProjectsQuery(query, q);
  const state = useOspo(['projects', question], (api, signal) =>
    api.innersource.listProjects(question, { signal }),
  );
  const unchanged = useUnchangedProjects();
  const settled = readProjectFilters(query);
  const facets = useOspo(['project facets', settled], (api, signal) =>
    api.innersource.getProjectFacets(settled, { signal }),
  );
  const known = facets.status === 'loaded' ? facets.value : undefined;
  const filters = useProjectFilters(known);
  const hasWords = q !== undefined;
  const sort = useMemo(
    () => ({
      byDefault: hasWords ? 'relevance' : 'activity',
      options: projectSorts
        .filter(word => hasWords || word !== 'relevance')
        .map(value => ({ value, label: t(sortWords[value]) })),
    }),
    [hasWords, t],
  );
  const { limit, cursor, ...all } = question;

  return (
    <>
      <Panel
        title={t('innerSource.title')}
        actions={
          <>
            <SavedFilters query={query} />
            <CsvButton
              fileName="inner-source-projects.csv"
              load={() => ospo.innersource.downloadProjectsCsv(all)}
            />
          </>
        }
      >
        <p className={styles.line}>{t('innerSource.intro')}</p>
        <FilterBar
          query={query}
          typed={typed}
          searchPlaceholder={t('innerSource.searchPlaceholder')}
          filters={filters}
          sort={sort}
        >
          <ViewSwitch query={query} />
        </FilterBar>
        <AsyncContent state={state} rows={8}>
          {(page, isRefreshing) => (
            <ProjectResults
              page={unchanged(page)}
              isRefreshing={isRefreshing}
              query={query}
              q={q}
              standings={known?.standing}
            />
          )}
        </AsyncContent>
      </Panel>
      <ConnectNotice />
    </>
  );
}
