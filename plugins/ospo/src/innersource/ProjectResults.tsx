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

import { memo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  InnerSourceProject,
  OspoPage,
  ProjectFacet,
  ProjectSort,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoInnerSourceTranslationRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { EmptyFace } from '../shared/Faces';
import styles from '../shared/Office.module.css';
import { Pager } from '../shared/Pager';
import { PartTitle } from '../shared/Screen';
import { useFormat } from '../shared/useFormat';
import { QueryState } from '../shared/useQueryState';
import { FirstProject } from './FirstProject';
import { groupProjects, ProjectGroup, UnknownSort } from './groupProjects';
import own from './InnerSource.module.css';
import { ProjectCards } from './ProjectCards';
import {
  isNarrowed,
  readProjectFilters,
  readProjectSort,
} from './projectQueries';
import { ProjectTable } from './ProjectTable';
import { ProjectDisplay, readDisplay } from './ViewSwitch';

const unknownWords: Record<
  UnknownSort,
  | 'innerSource.unknownActivity'
  | 'innerSource.unknownWelcoming'
  | 'innerSource.unknownReach'
  | 'innerSource.unknownLastPush'
  | 'innerSource.unknownWantedHelp'
> = {
  activity: 'innerSource.unknownActivity',
  welcoming: 'innerSource.unknownWelcoming',
  reach: 'innerSource.unknownReach',
  'last-push': 'innerSource.unknownLastPush',
  'wanted-help': 'innerSource.unknownWantedHelp',
};

export interface ProjectResultsProps {
  page: OspoPage<InnerSourceProject>;
  isRefreshing: boolean;
  query: QueryState;
  /** The words as typed so far. */
  q: string | undefined;
  /** How many projects each heading has under the filters, once that is known. */
  standings: ProjectFacet[] | undefined;
}

/** A page of projects under their headings. Not drawn anew while somebody types and nothing has come in. */
export const ProjectResults = memo((props: ProjectResultsProps) => {
  const { page, isRefreshing, query, q, standings } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  if (page.items.length === 0) {
    return q || query.cursor || isNarrowed(readProjectFilters(query)) ? (
      <EmptyFace title={t('list.empty')} hint={t('list.emptyHint')}>
        {query.cursor && (
          <Button variant="secondary" onPress={query.goFirst}>
            {t('list.first')}
          </Button>
        )}
      </EmptyFace>
    ) : (
      <FirstProject />
    );
  }
  const sort = readProjectSort(query, q);
  const groups = groupProjects(page.items, sort);
  // Said once where it is true of all, and above those of which it is true where not.
  const isUnknown = groups.every(({ projects }) => projects.length === 0);
  return (
    <div className={styles.fields} aria-busy={isRefreshing}>
      <Count page={page} unknown={isUnknown ? sort : undefined} />
      {groups.map(group => (
        <Group
          key={group.standing}
          group={group}
          sort={sort}
          display={readDisplay(query)}
          count={
            standings?.find(({ value }) => value === group.standing)?.count
          }
        />
      ))}
      <Pager query={query} nextCursor={page.nextCursor} />
    </div>
  );
});

function Count(props: {
  page: OspoPage<unknown>;
  /** The order that was asked for, when it is known of none. */
  unknown: ProjectSort | undefined;
}) {
  const { items, total } = props.page;
  const { unknown } = props;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const { t: shared } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  return (
    <span role="status" className={styles.muted}>
      {total?.bounded
        ? shared('list.atLeast', { value: format.number(total.value) })
        : t('innerSource.count', { count: total?.value ?? items.length })}
      {isUnknownSort(unknown) &&
        ` · ${t(unknownWords[unknown])}, ${t('innerSource.byName')}`}
    </span>
  );
}

function isUnknownSort(sort: ProjectSort | undefined): sort is UnknownSort {
  return sort !== undefined && sort in unknownWords;
}

function Group(props: {
  group: ProjectGroup;
  sort: ProjectSort;
  display: ProjectDisplay;
  count: number | undefined;
}) {
  const { group, sort, display, count } = props;
  const { standing, projects, unknown } = group;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const format = useFormat();
  const title = t(`standing.${standing}`);
  const Projects = display === 'table' ? ProjectTable : ProjectCards;
  return (
    <section className={styles.side} aria-label={title}>
      <div>
        <PartTitle>
          {title}
          {count !== undefined && ` (${format.number(count)})`}
        </PartTitle>
        {standing !== 'open' && (
          <span className={styles.muted}>{t(`standingHint.${standing}`)}</span>
        )}
      </div>
      {projects.length > 0 && <Projects label={title} projects={projects} />}
      {unknown.length > 0 && projects.length === 0 && (
        <Projects label={title} projects={unknown} />
      )}
      {unknown.length > 0 && projects.length > 0 && isUnknownSort(sort) && (
        <>
          <h4 className={own.unknown}>{t(unknownWords[sort])}</h4>
          <Projects
            label={`${title}, ${t(unknownWords[sort])}`}
            projects={unknown}
          />
        </>
      )}
    </section>
  );
}
