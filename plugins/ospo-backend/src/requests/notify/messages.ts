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

import { NotificationPayload } from '@backstage/plugin-notifications-common';

/** What people are told of; each is a topic of its own, which everybody can turn off for themselves. */
export const requestTopics = [
  'request-proposed',
  'request-asked',
  'request-question',
  'request-reply',
  'request-decided',
  'request-ready',
  'request-gap',
  'request-comment',
  'request-closed',
  'request-reminder',
  'request-overdue',
  'precedent-expiring',
] as const;
export type RequestTopic = (typeof requestTopics)[number];

const TEXTS: Record<RequestTopic, string> = {
  'request-proposed': 'A proposal waits for you to confirm it',
  'request-asked': 'Your competency is asked for',
  'request-question': 'There is a question to you',
  'request-reply': 'Your question was replied to',
  'request-decided': 'Your request is decided',
  'request-ready': 'A request is ready to be decided',
  'request-gap': 'Nobody was found for a request',
  'request-comment': 'Somebody commented',
  'request-closed': 'A request that you worked on is over',
  'request-reminder': 'Something still waits for you',
  'request-overdue': 'A request is late',
  'precedent-expiring':
    'A published decision is about to expire; look at it again',
};

/** A notification; of what is confidential it tells the number alone. */
export function messageOf(options: {
  topic: RequestTopic;
  /** Number of the request, or title of the precedent. */
  about: string;
  title?: string;
  link: string;
  scope: string;
}): NotificationPayload {
  const { topic, about, title, link, scope } = options;
  return {
    title: `${TEXTS[topic]}: ${about}`,
    ...(title ? { description: title } : {}),
    link,
    topic,
    scope,
    severity:
      topic === 'request-overdue' || topic === 'request-gap'
        ? 'high'
        : 'normal',
  };
}
