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
  InnerSourceProject,
  ProjectSort,
  ProjectStanding,
  projectStandings,
} from '@ospo-suite/backstage-plugin-ospo-common';

/** What a list is sorted by can be unknown for these. */
export type UnknownSort = Exclude<ProjectSort, 'relevance' | 'title'>;

export interface ProjectGroup {
  standing: ProjectStanding;
  projects: InnerSourceProject[];
  /** Those for which what the list is sorted by is not known; a place of their own, because they are not the least. */
  unknown: InnerSourceProject[];
}

/** A page of projects under the heading of each standing, in the order that they came in. */
export function groupProjects(
  projects: InnerSourceProject[],
  sort: ProjectSort,
): ProjectGroup[] {
  return projectStandings
    .map(standing => {
      const own = projects.filter(project => project.standing === standing);
      return {
        standing,
        projects: own.filter(project => isKnown(project, sort)),
        unknown: own.filter(project => !isKnown(project, sort)),
      };
    })
    .filter(
      ({ projects: known, unknown }) => known.length + unknown.length > 0,
    );
}

function isKnown(project: InnerSourceProject, sort: ProjectSort): boolean {
  switch (sort) {
    case 'activity':
    case 'welcoming':
    case 'reach':
      return project.labels[sort].state !== 'unknown';
    case 'last-push':
      return project.lastHumanPush.value !== null;
    case 'wanted-help':
      return project.wantedHelp.value !== null;
    default:
      return true;
  }
}
