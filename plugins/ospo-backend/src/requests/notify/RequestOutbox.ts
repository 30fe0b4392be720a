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
import { RecordedEvent } from '../rules/RequestEventBody';
import { OutboxStore } from '../store/OutboxStore';
import { RequestsStore } from '../store/RequestsStore';
import { StoredRequest } from '../store/StoredRequest';
import { stillHolds } from './announcementsOf';
import { messagesOf, OutboxMessage } from './OutboxMessage';
import { RequestNotifier } from './RequestNotifier';

/** Tries until a message is given up: over a day, with ever longer pauses. */
const MAX_FAILURES = 10;
const FIRST_PAUSE_MS = 5 * 60_000;
const LONGEST_PAUSE_MS = 6 * 60 * 60_000;
const BATCH = 100;
/** Messages that one run looks at. */
const MAX_MESSAGES = 1_000;

export interface RequestOutboxOptions {
  logger: LoggerService;
  notifier: RequestNotifier;
  outboxStore: OutboxStore;
  store: RequestsStore;
  now: () => Date;
}

/** Tells people what was written down to be told, and tries again what could not be told. */
export class RequestOutbox {
  readonly #options: RequestOutboxOptions;
  #saidMissing = false;

  private constructor(options: RequestOutboxOptions) {
    this.#options = options;
  }

  static create(options: RequestOutboxOptions): RequestOutbox {
    return new RequestOutbox(options);
  }

  /** What follows from events that were kept without it. */
  async announce(
    stored: StoredRequest,
    fresh: readonly RecordedEvent[],
  ): Promise<void> {
    const messages = messagesOf(stored.record, fresh);
    await this.#options.outboxStore.put(messages);
    await this.deliver(messages, stored);
  }

  /** Messages that this process has just written down. Never fails: what happened has happened. */
  async deliver(
    messages: readonly OutboxMessage[],
    stored?: StoredRequest,
  ): Promise<void> {
    for (const message of messages) {
      try {
        await this.#deliver(message, stored);
      } catch (error) {
        this.#options.logger.error(
          `What is to be told of requests could not be looked after: ${stringifyError(
            error,
          )}`,
        );
      }
    }
  }

  /** Messages that could not be told, and those of processes that ended before they told them. */
  async deliverDue(signal?: AbortSignal): Promise<void> {
    const { now, outboxStore } = this.#options;
    for (let seen = 0; seen < MAX_MESSAGES && !signal?.aborted; ) {
      const messages = await outboxStore.take(now().toISOString(), BATCH);
      if (messages.length === 0) {
        return;
      }
      await this.deliver(messages);
      seen += messages.length;
    }
  }

  async #deliver(
    message: OutboxMessage,
    stored: StoredRequest | undefined,
  ): Promise<void> {
    const { outboxStore } = this.#options;
    try {
      if (await this.#tell(message, stored)) {
        this.#saidMissing = false;
      }
    } catch (error) {
      await this.#tryAgain(message, error);
      return;
    }
    await outboxStore.delete(message.id);
  }

  /** False when there is nothing to tell any more. */
  async #tell(
    { requestId = '', failures, telling }: OutboxMessage,
    known: StoredRequest | undefined,
  ): Promise<boolean> {
    const { notifier, store } = this.#options;
    if ('precedent' in telling) {
      await notifier.precedentExpires(telling.precedent);
      return true;
    }
    const { announcement } = telling;
    const stored = known ?? (await store.find(requestId));
    if (!stored || !stillHolds(stored.record, announcement)) {
      return false;
    }
    await notifier.tell(stored, announcement, { isFirst: failures === 0 });
    return true;
  }

  async #tryAgain(message: OutboxMessage, error: unknown): Promise<void> {
    const { logger, now, outboxStore } = this.#options;
    const failures = message.failures + 1;
    if (!this.#saidMissing) {
      this.#saidMissing = true;
      logger.warn(
        `Nobody was notified of a request; install the notifications plugin, or look at its log. It is tried again for a day. This is said once until it works again. Cause: ${stringifyError(
          error,
        )}`,
      );
    }
    if (failures >= MAX_FAILURES) {
      await outboxStore.delete(message.id);
      return;
    }
    const pause = Math.min(
      FIRST_PAUSE_MS * 2 ** message.failures,
      LONGEST_PAUSE_MS,
    );
    await outboxStore.putBack(message.id, {
      failures,
      freeAt: new Date(now().getTime() + pause).toISOString(),
    });
  }
}
