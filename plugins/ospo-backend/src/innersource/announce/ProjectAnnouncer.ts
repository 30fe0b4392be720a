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

import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { addDays, toDay } from '../../shared/days';
import { groupBy } from '../../shared/groupBy';
import { Project } from '../directory/Project';
import { ProjectDirectory } from '../directory/ProjectDirectory';
import { ProjectStore } from '../store/ProjectStore';
import { Announced, changesOf, isReminderDue } from './changesOf';

/** What is published when a project appears, goes stale or opens up: where to look, and no text of it. */
export const INNER_SOURCE_EVENT_TOPIC = 'ospo.innersource';
/** Titles that a notification names. */
const MAX_NAMED = 5;

export interface ProjectAnnouncerOptions {
  coreTeam: readonly string[];
  directory: ProjectDirectory;
  events: EventsService;
  logger: LoggerService;
  notifications: NotificationService;
  /** Days after which somebody is asked again; 0 means that nobody is ever asked. */
  remindEveryDays: number;
  store: ProjectStore;
  now: () => Date;
}

/** Tells the portal what changed, and asks owners to look after what nobody looked over for long. */
export class ProjectAnnouncer {
  readonly #options: ProjectAnnouncerOptions;

  static create(options: ProjectAnnouncerOptions): ProjectAnnouncer {
    return new ProjectAnnouncer(options);
  }

  private constructor(options: ProjectAnnouncerOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const { directory, remindEveryDays, store, now } = this.#options;
    const today = toDay(now());
    const { projects } = await directory.fresh();
    const before = await store.listAnnounced();
    // When all of them are new, the plugin is, and nobody wants to hear of each.
    const isFirst = before.size === 0;
    const reminded: Project[] = [];
    const told = new Map<string, Announced>();
    for (const project of projects) {
      const known = before.get(project.ref);
      if (!isFirst) {
        for (const kind of changesOf(project, known)) {
          await this.#publish(kind, project);
        }
      }
      const isDue =
        remindEveryDays > 0 &&
        isReminderDue(project, known, {
          today,
          remindBefore: addDays(today, -remindEveryDays),
        });
      if (isDue) {
        reminded.push(project);
      }
      const { standing, fields } = project;
      const governanceLevel = fields.governanceLevel ?? known?.governanceLevel;
      const next: Announced = {
        standing,
        ...(governanceLevel ? { governanceLevel } : {}),
        ...(isDue || known?.remindedOn
          ? { remindedOn: isDue ? today : known?.remindedOn }
          : {}),
      };
      if (JSON.stringify(next) !== JSON.stringify(known)) {
        told.set(project.ref, next);
      }
    }
    // Written first: somebody asked twice is worse than somebody asked next time.
    await store.saveAnnounced(told);
    await this.#remind(reminded);
  }

  async #remind(projects: readonly Project[]): Promise<void> {
    const { coreTeam } = this.#options;
    const { true: owned = [], false: lost = [] } = Object.fromEntries(
      groupBy(projects, ({ ownerState }) => String(ownerState === 'present')),
    );
    for (const [ownerRef, own] of groupBy(
      owned,
      ({ facts }) => facts.ownerRef,
    )) {
      if (ownerRef !== undefined) {
        await this.#send([ownerRef], {
          title: `Look over ${countOf(own)} and set 'ospo/reviewed-on'`,
          description: namesOf(own),
          link: '/ospo/inner-source?standing=needs-care',
          scope: `innersource-review ${ownerRef}`,
        });
      }
    }
    if (lost.length > 0 && coreTeam.length > 0) {
      await this.#send([...coreTeam], {
        title: `Nobody looks after ${countOf(lost)}`,
        description: namesOf(lost),
        link: '/ospo/inner-source?standing=needs-care',
        scope: 'innersource-owners',
      });
    }
  }

  async #send(
    entityRef: string[],
    payload: {
      title: string;
      description: string;
      link: string;
      scope: string;
    },
  ): Promise<void> {
    try {
      await this.#options.notifications.send({
        recipients: { type: 'entity', entityRef },
        payload: { ...payload, topic: 'innersource-hygiene', severity: 'low' },
      });
    } catch (error) {
      this.#options.logger.warn(
        `An owner was not reminded of an inner-source project; install the notifications plugin, or look at its log: ${stringifyError(
          error,
        )}`,
      );
    }
  }

  async #publish(
    kind: string,
    { ref, standing, fields }: Project,
  ): Promise<void> {
    try {
      await this.#options.events.publish({
        topic: INNER_SOURCE_EVENT_TOPIC,
        eventPayload: {
          kind,
          ref,
          standing,
          ...(fields.governanceLevel
            ? { governanceLevel: fields.governanceLevel }
            : {}),
        },
      });
    } catch (error) {
      this.#options.logger.warn(
        `An event of an inner-source project could not be published: ${stringifyError(
          error,
        )}`,
      );
    }
  }
}

function countOf(projects: readonly Project[]): string {
  return projects.length === 1
    ? 'an inner-source project'
    : `${projects.length} inner-source projects`;
}

function namesOf(projects: readonly Project[]): string {
  const titles = projects
    .slice(0, MAX_NAMED)
    .map(({ fields, facts }) => fields.title ?? facts.name);
  return projects.length > MAX_NAMED
    ? `${titles.join(', ')} …`
    : titles.join(', ');
}
