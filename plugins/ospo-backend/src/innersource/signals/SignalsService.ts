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

import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  ospoInnerSourceReadPermission,
  ospoInnerSourceSignalsPermission,
  PushedSignalsResult,
  SignalsHost,
  SignalsOverview,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { OfficeCaller } from '../../access';
import { audited } from '../../shared/audited';
import { quoteValue } from '../../shared/plainText';
import { SignalsTarget, SignalsTargets } from '../SignalsReader';
import { PushBody } from './push/readPushBody';
import { PushedRow, readPushedRow } from './push/readPushedRow';
import { SuppliedPart, supplyParts } from './push/supplyParts';
import { TargetIndex } from './push/TargetIndex';
import {
  PUSHED,
  RepositorySignalsRegistry,
} from './reading/RepositorySignalsRegistry';
import { SignalsRecord, SignalsStore } from './store/SignalsStore';

export interface SignalsServiceOptions {
  store: SignalsStore;
  targets: SignalsTargets;
  sources: RepositorySignalsRegistry;
  /** Subjects that may send signals. */
  services: ReadonlySet<string>;
  /** What was asked of a host for a source lately. */
  lookAtBudget: (
    host: string,
    nowMs: number,
  ) => Promise<{
    used: number;
    limit: number;
    resetsAt?: string;
    pausedUntil?: string;
  }>;
  auditor: AuditorService;
  now: () => Date;
}

/** Taking in what CI sends, and how reading does. */
export class SignalsService {
  readonly #options: SignalsServiceOptions;

  static create(options: SignalsServiceOptions): SignalsService {
    return new SignalsService(options);
  }

  private constructor(options: SignalsServiceOptions) {
    this.#options = options;
  }

  async getOverview(caller: OfficeCaller): Promise<SignalsOverview> {
    caller.require(ospoInnerSourceReadPermission);
    const { store, targets } = this.#options;
    const records = await store.readAll();
    const visible = await caller.visibleRefs(records.keys());
    const seen = [...records].flatMap(([ref, record]) =>
      visible.has(ref) ? [record] : [],
    );
    const discoveredAt = await targets.discoveredAt();
    return {
      connected: seen.some(record => this.#isConnected(record)),
      projects: {
        total: seen.length,
        read: seen.filter(isRead).length,
        waiting: seen.filter(
          record =>
            !record.checkedAt && !isRead(record) && this.#isReadable(record),
        ).length,
        failed: seen.filter(({ states }) =>
          states.some(({ state }) => state === 'failed'),
        ).length,
        unread: seen.filter(
          record => !isRead(record) && !this.#isReadable(record),
        ).length,
      },
      ...(discoveredAt && { discoveredAt }),
      hosts: caller.isCoreTeam ? await this.#hosts(seen) : [],
    };
  }

  /** Stores what can be stored, row by row, and says of each what became of it. */
  async push(
    body: PushBody,
    caller: OfficeCaller,
  ): Promise<PushedSignalsResult[]> {
    this.requireSender(caller);
    return await audited(
      this.#options.auditor,
      {
        eventId: 'innersource-signals-push',
        severityLevel: 'low',
        meta: { rows: body.rows.length },
      },
      async () => {
        const index = await TargetIndex.read(this.#options.targets);
        const results: PushedSignalsResult[] = [];
        for (const [place, row] of body.rows.entries()) {
          results.push(
            await this.#pushRow({ place, row, asOf: body.asOf, index, caller }),
          );
        }
        return results;
      },
    );
  }

  /** Asked before the body is read, too: nobody makes us parse who may not send. */
  requireSender(caller: OfficeCaller): void {
    const { serviceSubject } = caller;
    if (serviceSubject === undefined) {
      caller.requireCoreTeam(ospoInnerSourceSignalsPermission);
      return;
    }
    caller.require(ospoInnerSourceSignalsPermission);
    if (!this.#options.services.has(serviceSubject)) {
      throw new NotAllowedError(
        `The service '${serviceSubject}' may not send signals; list it in 'ospo.innerSource.signals.services' of the configuration`,
      );
    }
  }

  async #pushRow(options: {
    place: number;
    row: unknown;
    asOf: unknown;
    index: TargetIndex;
    caller: OfficeCaller;
  }): Promise<PushedSignalsResult> {
    const { place, row, asOf, index, caller } = options;
    const result: PushedSignalsResult = {
      row: place,
      outcome: 'refused',
      projects: [],
      ignored: [],
    };
    try {
      const read = readPushedRow(row, { asOf, now: this.#options.now() });
      result.project =
        read.entityRef ?? [read.host, read.slug].filter(Boolean).join('/');
      result.ignored = read.ignored;
      const found = await this.#findTargets(read, index, caller);
      for (const target of found) {
        result.projects.push({
          ref: target.ref,
          parts: await this.#store(target, read),
        });
      }
      const isStored = result.projects.some(({ parts }) =>
        parts.some(({ stored }) => stored),
      );
      return {
        ...result,
        outcome: isStored ? 'stored' : 'kept-out',
        ...(!isStored && { reason: whyNothing(result) }),
      };
    } catch (error) {
      // Everything else is ours, and answers the request with an error.
      if (error instanceof InputError) {
        return { ...result, reason: error.message };
      }
      if (error instanceof NotFoundError) {
        return { ...result, outcome: 'not-found', reason: error.message };
      }
      throw error;
    }
  }

  async #findTargets(
    row: PushedRow,
    index: TargetIndex,
    caller: OfficeCaller,
  ): Promise<SignalsTarget[]> {
    const { targets, hosts } = index.find(row);
    const visible = await caller.visibleRefs(targets.map(({ ref }) => ref));
    const seen = targets.filter(({ ref }) => visible.has(ref));
    if (seen.length === 0) {
      throw new NotFoundError(
        `No inner-source project of ${quoteValue(
          row.entityRef ?? [row.host, row.slug].filter(Boolean).join('/'),
        )} was found; list it in the catalog first, or check 'host' and 'full_name'`,
      );
    }
    if (hosts.length > 1) {
      throw new InputError(
        `host: '${row.slug}' is on several hosts; say which one, or name the project by 'entityRef'`,
      );
    }
    return seen;
  }

  async #store(target: SignalsTarget, row: PushedRow): Promise<SuppliedPart[]> {
    const { store, now } = this.#options;
    const supplied = { parts: row.parts, source: PUSHED, asOf: row.asOf };
    if (!(await store.read(target.ref))) {
      await store.putTargets([{ target, budgetKey: '' }], now().toISOString());
    }
    let outcome: SuppliedPart[] = [];
    await store.change(target.ref, record => {
      const after = supplyParts(record.parts, supplied);
      outcome = after.outcome;
      return { parts: after.parts };
    });
    return outcome;
  }

  #isReadable({ target: { repository } }: SignalsRecord): boolean {
    return repository !== undefined && this.#options.sources.reads(repository);
  }

  /** What was sent or imported tells of activity as well as what is read. */
  #isConnected({ target, parts }: SignalsRecord): boolean {
    return (
      parts.commits !== undefined ||
      parts.releases !== undefined ||
      parts.facts?.value.pushedAt !== undefined ||
      (target.repository !== undefined &&
        this.#options.sources.tells(target.repository, 'commits'))
    );
  }

  async #hosts(records: readonly SignalsRecord[]): Promise<SignalsHost[]> {
    const { sources, lookAtBudget, now } = this.#options;
    const hosts = new Map<string, SignalsHost & { budgetHost: string }>();
    for (const { target, states } of records) {
      const { repository } = target;
      for (const source of repository ? sources.of(repository) : []) {
        const budgetHost = repository ? source.budgetKey(repository) : '';
        const key = `${source.id} ${budgetHost}`;
        const host = hosts.get(key) ?? {
          host: budgetHost,
          budgetHost,
          source: source.id,
          projects: 0,
          budget: { used: 0, limit: 0 },
        };
        hosts.set(key, host);
        host.projects += 1;
        const state = states.find(one => one.source === source.id);
        if (state?.fetchedAt && (host.lastSuccessAt ?? '') < state.fetchedAt) {
          host.lastSuccessAt = state.fetchedAt;
        }
        if (
          state?.failedAt &&
          state.note &&
          (host.lastError?.at ?? '') < state.failedAt
        ) {
          host.lastError = { at: state.failedAt, message: state.note };
        }
      }
    }
    return await Promise.all(
      [...hosts.values()]
        .sort((a, b) =>
          `${a.host} ${a.source}`.localeCompare(`${b.host} ${b.source}`),
        )
        .map(async ({ budgetHost, ...host }) => {
          const { used, limit, resetsAt, pausedUntil } = await lookAtBudget(
            budgetHost,
            now().getTime(),
          );
          return {
            ...host,
            budget: { used, limit, ...(resetsAt && { resetsAt }) },
            ...(pausedUntil && { blockedUntil: pausedUntil }),
          };
        }),
    );
  }
}

function isRead({ parts }: SignalsRecord): boolean {
  return Object.keys(parts).length > 0;
}

function whyNothing({ projects }: PushedSignalsResult): string {
  const reasons = projects.flatMap(({ parts }) =>
    parts.flatMap(one => (one.reason ? [`${one.part}: ${one.reason}`] : [])),
  );
  return reasons.length > 0
    ? [...new Set(reasons)].join('; ')
    : 'The row holds no value that is stored; see docs/signals.md for the fields';
}
