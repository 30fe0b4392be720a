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

import { RequestCommand } from '@ospo-suite/backstage-plugin-ospo-common';
import { CompetencyDirectory } from '../competencies';
import { actorOf, Person } from './RequestAccess';
import { applyCommand } from './applyCommand';
import { RequestFacts } from './facts/RequestFacts';
import { findPersonalTrace } from './findPersonalTrace';
import { messagesOf } from './notify/OutboxMessage';
import { RequestOutbox } from './notify/RequestOutbox';
import { RequestRouting } from './RequestRouting';
import { askedProvider } from './routing/askedProvider';
import { BusinessTime, CommandContext } from './rules/CommandContext';
import { participantsOf } from './rules/nextStep';
import { RecordedEvent } from './rules/RequestEventBody';
import { RequestRecord } from './rules/RequestRecord';
import { requireVisibleSubject } from './seesSubject';
import { RequestsStore, staleVersion } from './store/RequestsStore';
import { StoredRequest } from './store/StoredRequest';
import { requiredCompetencies } from './types/requiredCompetencies';
import { requireAnswers } from './types/requireAnswers';
import { RequestTypes } from './types/RequestTypes';

export interface RequestChangesOptions {
  directory: CompetencyDirectory;
  facts: RequestFacts;
  outbox: RequestOutbox;
  routing: RequestRouting;
  store: RequestsStore;
  time: BusinessTime;
  types: RequestTypes;
  newId: () => string;
  now: () => Date;
}

/** Carries out commands: what the rules need is fetched, they decide, and what happened is kept and told. */
export class RequestChanges {
  readonly #options: RequestChangesOptions;

  private constructor(options: RequestChangesOptions) {
    this.#options = options;
  }

  static create(options: RequestChangesOptions): RequestChanges {
    return new RequestChanges(options);
  }

  async carryOut(
    stored: StoredRequest,
    given: { version: number; command: RequestCommand },
    caller: Person,
  ): Promise<StoredRequest> {
    const now = this.#options.now().toISOString();
    const { command, version } = given;
    if (version !== stored.version) {
      throw staleVersion();
    }
    const context = await this.#context(stored, { command, caller, now });
    const { record, events } = applyCommand(stored.record, command, context);
    return await this.keep(stored, { record, events, now });
  }

  /** Routes what nobody was found for, and what is proposed to somebody who cannot be asked any more. */
  async routeAgain(stored: StoredRequest): Promise<void> {
    const now = this.#options.now().toISOString();
    const { record, content } = stored;
    const routed = await this.#options.routing.routeAnew({
      record,
      content,
      now,
    });
    if (routed.events.length > 0) {
      await this.#store(stored, { ...routed, now });
    }
  }

  /** Routes what needs a provider after a change, keeps both as one, and tells those whom it concerns. */
  async keep(
    stored: StoredRequest,
    change: { record: RequestRecord; events: RecordedEvent[]; now: string },
  ): Promise<StoredRequest> {
    const { now } = change;
    const { content } = stored;
    const routed = await this.#options.routing.route({
      record: change.record,
      content,
      now,
    });
    return await this.#store(stored, {
      record: routed.record,
      events: [...change.events, ...routed.events],
      now,
    });
  }

  async #store(
    stored: StoredRequest,
    change: { record: RequestRecord; events: RecordedEvent[]; now: string },
  ): Promise<StoredRequest> {
    const { record, events, now } = change;
    const { store, outbox } = this.#options;
    const { content } = stored;
    const messages = messagesOf(record, events);
    const kept = await store.append(stored, {
      record,
      events,
      content,
      at: now,
      messages,
    });
    await outbox.deliver(messages, kept);
    return kept;
  }

  async #context(
    stored: StoredRequest,
    of: { command: RequestCommand; caller: Person; now: string },
  ): Promise<CommandContext> {
    const { command, caller, now } = of;
    const { directory, newId, time } = this.#options;
    const { record, content } = stored;
    const snapshot = await directory.snapshot();
    const context: CommandContext = {
      actor: actorOf(caller, record, snapshot),
      now,
      newId,
      time,
    };
    switch (command.kind) {
      case 'submit':
        await requireVisibleSubject(content.subject, caller);
        return { ...context, submission: this.#submission(stored) };
      case 'require':
        return {
          ...context,
          isDeclared: ref => snapshot.competencies.has(ref),
        };
      case 'assign':
      case 'hand-over':
        return { ...context, ...(await this.#provider(stored, command, now)) };
      case 'decide':
        return {
          ...context,
          facts: await this.#options.facts.ofDecision(content.subject, caller),
        };
      case 'publish':
        return { ...context, findPerson: await this.#personFinder(stored) };
      default:
        return context;
    }
  }

  #submission({
    record,
    content,
  }: StoredRequest): CommandContext['submission'] {
    const { definition, checker } = this.#options.types.get(record.typeId);
    requireAnswers(checker.check(content.answers));
    const { serviceLevel, fourEyes, decidedBy, routing, outcomes, validFor } =
      definition;
    return {
      typeId: record.typeId,
      confidentiality: record.confidentiality,
      terms: {
        fourEyes,
        decidedBy,
        routing,
        outcomes,
        validFor,
        ...serviceLevel,
      },
      required: requiredCompetencies(definition, content),
    };
  }

  async #provider(
    { record, content }: StoredRequest,
    command: { workItemId: string; providerRef: string },
    now: string,
  ): Promise<Pick<CommandContext, 'findProvider'>> {
    const item = record.items.find(({ id }) => id === command.workItemId);
    if (!item) {
      return {};
    }
    const snapshot = await this.#options.directory.snapshot();
    const { candidates } = await this.#options.routing.explain({
      record,
      content,
      item,
      now,
    });
    return {
      findProvider: (_item, ref) => {
        const found = candidates.find(candidate => candidate.ref === ref);
        return (
          found && {
            provider: askedProvider(found, item.competencyRef, snapshot),
            rejections: found.rejections.map(({ code }) => code),
          }
        );
      },
    };
  }

  async #personFinder({
    record,
    events,
  }: StoredRequest): Promise<CommandContext['findPerson']> {
    const refs = new Set(
      [
        ...participantsOf(record),
        ...events.map(({ actorRef }) => actorRef),
      ].filter(ref => ref.startsWith('user:')),
    );
    const people = await this.#options.facts.namesOf([...refs]);
    return text => findPersonalTrace(text, people);
  }
}
