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
import { isError, stringifyError } from '@backstage/errors';
import { addDays } from '../../shared/days';
import { groupBy } from '../../shared/groupBy';
import { CompetencyDirectory } from '../../competencies';
import { applyCommand } from '../applyCommand';
import { OutboxMessage, reminderMessage } from '../notify/OutboxMessage';
import { RequestOutbox } from '../notify/RequestOutbox';
import { RequestChanges } from '../RequestChanges';
import { BusinessTime } from '../rules/CommandContext';
import { CORE_TEAM } from '../rules/nextStep';
import { Reminder, ReminderRules, remindersOf } from '../rules/remindersOf';
import { SYSTEM_ACTOR } from '../rules/RequestActor';
import { isOpen } from '../rules/transitions';
import { ClockStore } from '../store/ClockStore';
import { RequestsStore } from '../store/RequestsStore';
import { StoredRequest } from '../store/StoredRequest';
import { RequestTypes } from '../types/RequestTypes';

/** Requests that one run looks at, of each kind. */
const MAX_REQUESTS = 2_000;
const BATCH = 100;

export interface RequestClockOptions {
  changes: RequestChanges;
  clockStore: ClockStore;
  directory: CompetencyDirectory;
  logger: LoggerService;
  outbox: RequestOutbox;
  reminders: ReminderRules;
  store: RequestsStore;
  time: BusinessTime;
  types: RequestTypes;
  keepDraftsMs: number;
  keepClosedMs?: number;
  expiringDays: number;
  newId: () => string;
  now: () => Date;
}

/**
 * What happens because time passes. Any number of replicas may run it, and again: whoever writes down a reason first
 * reminds, and whoever changes a request first has changed it.
 */
export class RequestClock {
  readonly #options: RequestClockOptions;
  #saidProblems = false;

  private constructor(options: RequestClockOptions) {
    this.#options = options;
  }

  static create(options: RequestClockOptions): RequestClock {
    return new RequestClock(options);
  }

  async run(signal?: AbortSignal): Promise<void> {
    await this.#sayProblems();
    await this.#routeAgain(signal);
    await this.#remindOfRequests(signal);
    await this.#remindOfPrecedents();
    await this.#options.outbox.deliverDue(signal);
    await this.#purge();
  }

  /** Types that require what nobody declares: said once, when the catalog was read. */
  async #sayProblems(): Promise<void> {
    const { directory, logger, types } = this.#options;
    const snapshot = await directory.snapshot();
    if (this.#saidProblems || !snapshot.readAt) {
      return;
    }
    this.#saidProblems = true;
    for (const { definition } of types.list()) {
      const missing = types
        .competenciesOf(definition.id)
        .filter(ref => !snapshot.competencies.has(ref));
      if (missing.length > 0) {
        logger.warn(
          `Requests of type '${definition.id}' may require ${missing.join(
            ', ',
          )}, which the catalog does not declare; such requests are taken in and come to the core team as a gap`,
        );
      }
    }
  }

  /** A gap may be one no longer, and who is proposed may be away by now. */
  async #routeAgain(signal?: AbortSignal): Promise<void> {
    const { changes, clockStore, store } = this.#options;
    for (const id of await clockStore.unrouted(MAX_REQUESTS)) {
      if (signal?.aborted) {
        return;
      }
      await this.#guarded(id, async () => {
        const stored = await store.find(id);
        if (stored && isOpen(stored.record.state)) {
          await changes.routeAgain(stored);
        }
      });
    }
  }

  async #remindOfRequests(signal?: AbortSignal): Promise<void> {
    const { clockStore, now } = this.#options;
    const tried = new Set<string>();
    while (tried.size < MAX_REQUESTS && !signal?.aborted) {
      const due = await clockStore.due(now().toISOString(), BATCH);
      const fresh = due.filter(id => !tried.has(id));
      if (fresh.length === 0) {
        return;
      }
      for (const id of fresh) {
        tried.add(id);
        await this.#guarded(id, () => this.#remindOf(id));
      }
    }
  }

  async #remindOf(id: string): Promise<void> {
    const { clockStore, outbox, store } = this.#options;
    const now = this.#options.now().toISOString();
    const found = await store.find(id);
    if (!found) {
      return;
    }
    const stored = await this.#expireAll(found, now);
    const all = this.#remindersOf(stored);
    const late = groupBy(
      all.filter(({ at }) => at <= now),
      ({ kind, workItemId }) => `${kind} ${workItemId}`,
    );
    for (const reminders of late.values()) {
      // Of several that are late, the last says it all.
      const last = reminders[reminders.length - 1];
      const message = reminderMessage(id, last, now);
      const before = reminders.slice(0, -1).map(({ reason }) => reason);
      if (await clockStore.claim(message, before)) {
        await outbox.deliver([message], stored);
      }
    }
    const [next] = all
      .map(({ at }) => at)
      .filter(at => at > now)
      .sort();
    await clockStore.setNext({ id, version: stored.version }, next);
  }

  #remindersOf({ record }: StoredRequest): Reminder[] {
    const { reminders: rules, time } = this.#options;
    return remindersOf(record, { time, rules });
  }

  /** Before anybody is reminded: each is a change of its own, which somebody else may be faster with. */
  async #expireAll(stored: StoredRequest, now: string): Promise<StoredRequest> {
    const over = this.#remindersOf(stored).find(
      ({ kind, at }) => kind === 'expire' && at <= now,
    );
    return over
      ? await this.#expireAll(await this.#expire(stored, over, now), now)
      : stored;
  }

  /** Nobody took it: somebody else is asked. */
  async #expire(
    stored: StoredRequest,
    { workItemId = '' }: Reminder,
    now: string,
  ): Promise<StoredRequest> {
    const { changes, newId, time } = this.#options;
    const { record, events } = applyCommand(
      stored.record,
      { kind: 'expire', workItemId },
      { actor: SYSTEM_ACTOR, now, newId, time },
    );
    return await changes.keep(stored, { record, events, now });
  }

  async #remindOfPrecedents(): Promise<void> {
    const { clockStore, expiringDays, outbox } = this.#options;
    const now = this.#options.now().toISOString();
    const today = now.slice(0, 10);
    const expiring = await clockStore.expiringPrecedents({
      from: addDays(today, -expiringDays),
      to: addDays(today, expiringDays),
    });
    for (const { id, title, validUntil, to } of expiring) {
      const holder = to?.startsWith('user:') ? [to] : [];
      const message: OutboxMessage = {
        id: `precedent ${id} expires ${validUntil}`,
        at: now,
        failures: 0,
        telling: { precedent: { id, title, to: [...holder, CORE_TEAM] } },
      };
      if (await clockStore.claim(message)) {
        await outbox.deliver([message]);
      }
    }
  }

  async #purge(): Promise<void> {
    const { clockStore, keepDraftsMs, keepClosedMs, logger } = this.#options;
    const now = this.#options.now().getTime();
    const purged = await clockStore.purge({
      drafts: new Date(now - keepDraftsMs).toISOString(),
      closed:
        keepClosedMs === undefined
          ? undefined
          : new Date(now - keepClosedMs).toISOString(),
    });
    if (purged > 0) {
      logger.info(`Deleted ${purged} requests whose time of keeping is over`);
    }
  }

  /** One request that cannot be worked on keeps no other from it. */
  async #guarded(id: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (isError(error) && error.name === 'ConflictError') {
        // Somebody, or another replica, was faster; there is nothing left to do, or the next run does it.
        return;
      }
      this.#options.logger.error(
        `The clock could not look after request '${id}': ${stringifyError(
          error,
        )}`,
      );
    }
  }
}
