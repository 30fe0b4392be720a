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
import { CORE_TEAM } from '../rules/nextStep';
import { RecordedEvent } from '../rules/RequestEventBody';
import { Reminder } from '../rules/remindersOf';
import { RequestRecord } from '../rules/RequestRecord';
import { requestNumber, StoredRequest } from '../store/StoredRequest';
import { Announcement, announcementsOf } from './announcementsOf';
import { messageOf, RequestTopic } from './messages';
import { RequestNotifier } from './RequestNotifier';

/** What is published of each thing that happens: where to look, and no content. */
export const REQUESTS_EVENT_TOPIC = 'ospo.requests';

export interface RequestNotifierOptions {
  coreTeam: readonly string[];
  events: EventsService;
  logger: LoggerService;
  notifications: NotificationService;
}

/**
 * Tells people through Backstage's notifications, and the rest of the portal through its events. Where neither is
 * installed it says so once.
 */
export class DefaultRequestNotifier implements RequestNotifier {
  readonly #options: RequestNotifierOptions;
  #saidMissing = false;

  private constructor(options: RequestNotifierOptions) {
    this.#options = options;
  }

  static create(options: RequestNotifierOptions): DefaultRequestNotifier {
    return new DefaultRequestNotifier(options);
  }

  async announce(
    stored: StoredRequest,
    fresh: readonly RecordedEvent[],
  ): Promise<void> {
    for (const announcement of announcementsOf(stored.record, fresh)) {
      await this.#tell(stored, announcement);
    }
  }

  async remind(stored: StoredRequest, reminder: Reminder): Promise<void> {
    const { kind, to, workItemId } = reminder;
    const topic = kind === 'overdue' ? 'request-overdue' : 'request-reminder';
    await this.#tell(stored, { topic, to, workItemId });
  }

  async precedentExpires(precedent: {
    id: string;
    title: string;
    to: readonly string[];
  }): Promise<void> {
    const { id, title, to } = precedent;
    await this.#send(to, {
      payload: messageOf({
        topic: 'precedent-expiring',
        about: title,
        link: `/ospo/requests/precedents/${encodeURIComponent(id)}`,
        scope: `precedent-expiring ${id}`,
      }),
    });
  }

  async #tell(
    { record, content, number }: StoredRequest,
    announcement: Announcement,
  ): Promise<void> {
    const { topic, to, workItemId, except } = announcement;
    const link = `/ospo/requests/${encodeURIComponent(record.id)}`;
    await this.#send(to, {
      except,
      payload: messageOf({
        topic,
        about: requestNumber(number),
        title: isConfidential(record) ? undefined : content.title,
        link,
        scope: [topic, record.id, workItemId].filter(Boolean).join(' '),
      }),
    });
    await this.#publish({ topic, requestId: record.id, workItemId, link, to });
  }

  async #send(
    to: readonly string[],
    options: {
      payload: Parameters<NotificationService['send']>[0]['payload'];
      except?: string;
    },
  ): Promise<void> {
    const { payload, except } = options;
    const entityRef = this.#recipients(to).filter(ref => ref !== except);
    if (entityRef.length === 0) {
      return;
    }
    try {
      await this.#options.notifications.send({
        recipients: {
          type: 'entity',
          entityRef,
          ...(except?.includes(':') ? { excludeEntityRef: except } : {}),
        },
        payload,
      });
      this.#saidMissing = false;
    } catch (error) {
      if (!this.#saidMissing) {
        this.#saidMissing = true;
        this.#options.logger.warn(
          `Nobody was notified of a request; install the notifications plugin, or look at its log. This is said once until it works again. Cause: ${stringifyError(
            error,
          )}`,
        );
      }
    }
  }

  async #publish(event: {
    topic: RequestTopic;
    requestId: string;
    workItemId?: string;
    link: string;
    to: readonly string[];
  }): Promise<void> {
    const { topic, to, ...payload } = event;
    try {
      await this.#options.events.publish({
        topic: REQUESTS_EVENT_TOPIC,
        eventPayload: {
          kind: topic,
          ...payload,
          recipients: this.#recipients(to),
        },
      });
    } catch (error) {
      this.#options.logger.warn(
        `An event of a request could not be published: ${stringifyError(
          error,
        )}`,
      );
    }
  }

  #recipients(to: readonly string[]): string[] {
    return [
      ...new Set(
        to.flatMap(ref => (ref === CORE_TEAM ? this.#options.coreTeam : [ref])),
      ),
    ];
  }
}

function isConfidential({ confidentiality }: RequestRecord): boolean {
  return confidentiality === 'confidential';
}
