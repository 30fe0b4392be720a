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
import { RequestRecord } from '../rules/RequestRecord';
import { requestNumber, StoredRequest } from '../store/StoredRequest';
import { Announcement } from './announcementsOf';
import { messageOf, RequestTopic } from './messages';
import { ExpiringPrecedent } from './OutboxMessage';
import { RequestNotifier } from './RequestNotifier';

/** What is published of each thing that happens: where to look, and no content. */
export const REQUESTS_EVENT_TOPIC = 'ospo.requests';

export interface RequestNotifierOptions {
  coreTeam: readonly string[];
  events: EventsService;
  logger: LoggerService;
  notifications: NotificationService;
}

/** Tells people through Backstage's notifications, and the rest of the portal through its events. */
export class DefaultRequestNotifier implements RequestNotifier {
  readonly #options: RequestNotifierOptions;

  private constructor(options: RequestNotifierOptions) {
    this.#options = options;
  }

  static create(options: RequestNotifierOptions): DefaultRequestNotifier {
    return new DefaultRequestNotifier(options);
  }

  async tell(
    { record, content, number }: StoredRequest,
    announcement: Announcement,
    { isFirst }: { isFirst: boolean },
  ): Promise<void> {
    const { topic, to, workItemId, except } = announcement;
    const link = `/ospo/requests/${encodeURIComponent(record.id)}`;
    if (isFirst) {
      // Before, because notifications may be away, or not installed at all.
      await this.#publish({
        topic,
        requestId: record.id,
        workItemId,
        link,
        to,
      });
    }
    await this.#send(to, {
      except,
      payload: messageOf({
        topic,
        about: requestNumber(number),
        title:
          isConfidential(record) || to.some(isOutside)
            ? undefined
            : content.title,
        link,
        scope: [topic, record.id, workItemId].filter(Boolean).join(' '),
      }),
    });
  }

  async precedentExpires(precedent: ExpiringPrecedent): Promise<void> {
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
    await this.#options.notifications.send({
      recipients: {
        type: 'entity',
        entityRef,
        ...(except?.includes(':') ? { excludeEntityRef: except } : {}),
      },
      payload,
    });
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

/** Organisations outside are told where to look, and nothing of what was written. */
function isOutside(ref: string): boolean {
  return ref.startsWith('group:external/');
}

function isConfidential({ confidentiality }: RequestRecord): boolean {
  return confidentiality === 'confidential';
}
