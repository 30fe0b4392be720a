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

import { RoutingExplanation } from '@ospo-suite/backstage-plugin-ospo-common';
import { CompetencyDirectory, DirectorySnapshot } from '../competencies';
import { applyCommand } from './applyCommand';
import { askedProvider } from './routing/askedProvider';
import { DirectoryIndex } from './routing/DirectoryIndex';
import { routeWorkItem } from './routing/routeWorkItem';
import { ProviderLoad, RoutingContext } from './routing/RoutingContext';
import { BusinessTime } from './rules/CommandContext';
import { SYSTEM_ACTOR } from './rules/RequestActor';
import { RecordedEvent } from './rules/RequestEventBody';
import { RequestRecord, WorkItemRecord } from './rules/RequestRecord';
import { isOpen } from './rules/transitions';
import { LoadQueries } from './store/LoadQueries';
import { RequestContent } from './store/StoredRequest';
import { contextOf } from './routing/contextOf';

export interface RequestRoutingOptions {
  directory: CompetencyDirectory;
  loads: LoadQueries;
  time: BusinessTime;
  hoursPerWorkItem: number;
  newId: () => string;
}

/** Something to route: the request as it would be, and what was written in it. */
interface Routed {
  record: RequestRecord;
  content: RequestContent;
  now: string;
}

/** Finds providers for the work items that need one, and says why these. */
export class RequestRouting {
  readonly #options: RequestRoutingOptions;

  private constructor(options: RequestRoutingOptions) {
    this.#options = options;
  }

  static create(options: RequestRoutingOptions): RequestRouting {
    return new RequestRouting(options);
  }

  /** What the routing brings about: a proposal, a provider who is asked, or a gap for each work item without any. */
  async route(routed: Routed): Promise<{
    record: RequestRecord;
    events: RecordedEvent[];
  }> {
    const { now } = routed;
    const { time, newId } = this.#options;
    let { record } = routed;
    const events: RecordedEvent[] = [];
    const context = { actor: SYSTEM_ACTOR, now, newId, time };
    if (record.state === 'submitted') {
      const triaged = applyCommand(record, { kind: 'triage' }, context);
      events.push(...triaged.events);
      record = triaged.record;
    }
    const open = isOpen(record.state)
      ? record.items.filter(({ state }) => state === 'required')
      : [];
    if (open.length === 0) {
      return { record, events };
    }
    const snapshot = await this.#options.directory.snapshot();
    const loads = new Map(await this.#loads(snapshot, open, now));
    for (const item of open) {
      const explanation = this.#explain(snapshot, {
        ...routed,
        record,
        item,
        loads,
      });
      const found = explanation.candidates.find(({ rank }) => rank === 1);
      const provider =
        found && askedProvider(found, item.competencyRef, snapshot);
      const asksAtOnce = provider && record.terms?.routing === 'auto';
      const done = applyCommand(
        record,
        {
          kind: 'route',
          workItemId: item.id,
          provider,
          candidates: explanation.candidates.length,
          ackDue: asksAtOnce
            ? time.add(now, record.terms?.ack ?? 'P1D')
            : undefined,
        },
        context,
      );
      events.push(...done.events);
      record = done.record;
      if (provider) {
        // The next work item of the same request finds it that much busier.
        const load = loads.get(provider.ref);
        loads.set(provider.ref, {
          hoursThisMonth: 0,
          ...load,
          open: (load?.open ?? 0) + 1,
        });
      }
    }
    return { record, events };
  }

  /** Takes back what is proposed to providers whom something speaks against since, and routes what needs one. */
  async routeAnew(routed: Routed): Promise<{
    record: RequestRecord;
    events: RecordedEvent[];
  }> {
    const { now } = routed;
    const { time, newId } = this.#options;
    let { record } = routed;
    const events: RecordedEvent[] = [];
    for (const item of record.items.filter(isProposed)) {
      const { candidates } = await this.explain({ ...routed, item });
      const found = candidates.find(({ ref }) => ref === item.provider?.ref);
      const rejections = found
        ? found.rejections.map(({ code }) => code)
        : ['missing' as const];
      if (rejections.length > 0) {
        const taken = applyCommand(
          record,
          { kind: 'take-back', workItemId: item.id, rejections },
          { actor: SYSTEM_ACTOR, now, newId, time },
        );
        events.push(...taken.events);
        record = taken.record;
      }
    }
    const after = await this.route({ ...routed, record });
    return { record: after.record, events: [...events, ...after.events] };
  }

  /** Every provider with the reasons for and against it, as of now. */
  async explain(
    routed: Routed & { item: WorkItemRecord },
  ): Promise<RoutingExplanation> {
    const snapshot = await this.#options.directory.snapshot();
    const loads = await this.#loads(snapshot, [routed.item], routed.now);
    return this.#explain(snapshot, { ...routed, loads });
  }

  #explain(
    snapshot: DirectorySnapshot,
    of: Routed & {
      item: WorkItemRecord;
      loads: ReadonlyMap<string, ProviderLoad>;
    },
  ): RoutingExplanation {
    const { record, content, item, loads, now } = of;
    const { time, hoursPerWorkItem } = this.#options;
    const context: RoutingContext = {
      ...contextOf(snapshot, { record, content }),
      now,
      neededUntil: time.add(now, record.terms?.ack ?? 'P1D'),
      loads,
      hoursPerWorkItem,
    };
    return routeWorkItem(
      snapshot,
      {
        requestId: record.id,
        workItemId: item.id,
        competencyRef: item.competencyRef,
        authority: item.authority,
        tries: item.tries,
      },
      context,
    );
  }

  async #loads(
    snapshot: DirectorySnapshot,
    items: readonly WorkItemRecord[],
    now: string,
  ): Promise<ReadonlyMap<string, ProviderLoad>> {
    const index = DirectoryIndex.of(snapshot);
    const refs = new Set(
      items.flatMap(item =>
        index
          .candidatesOf(item.competencyRef)
          .map(({ provider }) => provider.ref),
      ),
    );
    return await this.#options.loads.of([...refs], now);
  }
}

function isProposed({ state }: WorkItemRecord): boolean {
  return state === 'proposed';
}
