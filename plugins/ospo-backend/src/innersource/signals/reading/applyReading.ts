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
  RepositoryPartName,
  RepositoryReading,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { shownMessage } from '../../../shared/shownMessage';
import { StoredParts } from '../../SignalsReader';
import {
  AnyKeptPart,
  KeptParts,
  SignalsRecord,
  SourceState,
} from '../store/SignalsStore';
import { keepers, KeepPartsOptions } from './keepParts';
import { IMPORTED, PUSHED } from './RepositorySignalsRegistry';

const MAX_VALIDATORS = 50;
const MAX_VALIDATOR = 200;

type Kept = Pick<SignalsRecord, 'parts' | 'states'>;

/** What a source answered, as it is stored: computed once, and applied to whatever the record is by then. */
export interface KeptReading {
  source: string;
  asked: readonly RepositoryPartName[];
  /** Values without people. */
  read: {
    name: RepositoryPartName;
    value: StoredParts[keyof StoredParts];
    note?: string;
  }[];
  unchanged: RepositoryPartName[];
  untold: Partial<Record<RepositoryPartName, string>>;
  pending: RepositoryPartName[];
  /** How long the forge still needs for those. */
  retryAfterMs?: number;
  validators: Record<string, string>;
}

/** Takes the people out of a reading, and what nobody asked for. */
export function keepReading(options: {
  source: string;
  asked: readonly RepositoryPartName[];
  reading: RepositoryReading;
  keep: KeepPartsOptions;
}): KeptReading {
  const { source, asked, reading, keep } = options;
  const kept: KeptReading = {
    source,
    asked,
    read: [],
    unchanged: [],
    untold: {},
    pending: [],
    validators: Object.fromEntries(
      Object.entries(reading.validators)
        .filter(
          ([name, value]) =>
            name.length <= MAX_VALIDATOR && value.length <= MAX_VALIDATOR,
        )
        .slice(0, MAX_VALIDATORS),
    ),
  };
  for (const name of asked) {
    addPart(kept, name, reading, keep);
  }
  return kept;
}

function addPart<Name extends RepositoryPartName>(
  kept: KeptReading,
  name: Name,
  { parts }: RepositoryReading,
  keep: KeepPartsOptions,
): void {
  const part = parts[name];
  switch (part?.state) {
    case 'read': {
      const value = keepers[name](part.value, keep);
      if ('untold' in value) {
        kept.untold[name] = value.untold;
      } else {
        kept.read.push({
          name,
          value,
          ...(part.note && { note: shownMessage(part.note) }),
        });
      }
      break;
    }
    case 'unchanged':
      kept.unchanged.push(name);
      break;
    case 'later':
      kept.pending.push(name);
      kept.retryAfterMs = Math.max(kept.retryAfterMs ?? 0, part.retryAfterMs);
      break;
    case 'unavailable':
      kept.untold[name] = shownMessage(part.note);
      break;
    default:
  }
}

/** The record after a reading: what was read replaces what was there, and the rest stays with its age. */
export function applyReading(
  record: Kept,
  reading: KeptReading,
  at: { now: string; nextAt: string },
): Kept {
  const { source } = reading;
  const parts: KeptParts = { ...record.parts };
  for (const { name, value, note } of reading.read) {
    setPart(parts, name, {
      value,
      source,
      fetchedAt: at.now,
      ...(note && { note }),
    });
  }
  const confused = reading.unchanged.filter(
    name => parts[name]?.source !== source,
  );
  for (const name of reading.unchanged) {
    const part = parts[name];
    if (part?.source === source) {
      const { error, ...good } = part;
      setPart(parts, name, { ...good, fetchedAt: at.now });
    }
  }
  const before = record.states.find(state => state.source === source);
  const isPart = before?.pending !== undefined;
  const untold = { ...(isPart ? before.untold : {}), ...reading.untold };
  const isWhole =
    reading.pending.length === 0 && Object.keys(untold).length === 0;
  const state: SourceState = {
    source,
    state: isWhole ? 'ok' : 'partial',
    fetchedAt: at.now,
    nextAt: at.nextAt,
    ...(Object.keys(untold).length > 0 && { untold }),
    ...(reading.pending.length > 0 && {
      pending: reading.pending,
      note: 'A part of it is still to come; it is asked for again.',
    }),
    // "Unchanged" about something that we do not have helps nobody: the next reading asks without validators.
    validators:
      confused.length > 0
        ? {}
        : bounded({
            ...(isPart ? before.validators : {}),
            ...reading.validators,
          }),
    failures: 0,
  };
  return { parts, states: withState(record.states, state) };
}

/** The record after a failed try: values stay, with their age and what went wrong. */
export function applyFailure(
  record: Kept,
  failure: {
    source: string;
    message: string;
    failedAt: string;
    nextAt: string;
  },
): Kept {
  const { source, message, failedAt, nextAt } = failure;
  const before = record.states.find(state => state.source === source);
  const parts: KeptParts = { ...record.parts };
  for (const name of Object.keys(parts) as RepositoryPartName[]) {
    const part = parts[name];
    if (part?.source === source) {
      setPart(parts, name, { ...part, error: message });
    }
  }
  return {
    parts,
    states: withState(record.states, {
      validators: {},
      ...before,
      source,
      state: 'failed',
      nextAt,
      note: message,
      failedAt,
      failures: (before?.failures ?? 0) + 1,
    }),
  };
}

/** The record of a project whose turn has not come, because the budget is spent or the host wants to be left alone. */
export function applyWaiting(
  record: Kept,
  waiting: { source: string; nextAt: string },
): Kept {
  const { source, nextAt } = waiting;
  const before = record.states.find(state => state.source === source);
  return {
    parts: record.parts,
    states: withState(
      record.states,
      before
        ? { ...before, nextAt }
        : { source, state: 'waiting', nextAt, validators: {}, failures: 0 },
    ),
  };
}

/** The record without the state of a source; what it once told stays. */
export function dropState(record: Kept, source: string): Kept {
  return {
    parts: record.parts,
    states: record.states.filter(state => state.source !== source),
  };
}

/** Whether a part that somebody sends or imports may take the place of what is there. */
export function maySupply(
  parts: KeptParts,
  name: RepositoryPartName,
  supplied: { source: string; fetchedAt: string },
): { may: true } | { may: false; why: 'read' | 'older'; by: string } {
  const kept = parts[name];
  if (!kept) {
    return { may: true };
  }
  const isRead = kept.source !== PUSHED && kept.source !== IMPORTED;
  if (isRead && kept.error === undefined) {
    return { may: false, why: 'read', by: kept.source };
  }
  if (kept.source !== supplied.source && !isRead) {
    // What CI sends knows more than a list that somebody crawled.
    return supplied.source === PUSHED
      ? { may: true }
      : { may: false, why: 'read', by: kept.source };
  }
  return kept.fetchedAt > supplied.fetchedAt
    ? { may: false, why: 'older', by: kept.source }
    : { may: true };
}

export function setPart(
  parts: KeptParts,
  name: RepositoryPartName,
  part: AnyKeptPart,
): void {
  // The value is that of the name wherever this is called: both come out of one keeper.
  Object.assign(parts, { [name]: part });
}

function withState(states: SourceState[], state: SourceState): SourceState[] {
  return [...states.filter(({ source }) => source !== state.source), state];
}

function bounded(validators: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(validators).slice(0, MAX_VALIDATORS),
  );
}
