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
  SignalNote,
  SignalNoteCode,
  signalNoteText,
  SignalValue,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { KeptPart, StoredParts } from '../../SignalsReader';
import { ProjectFacts } from './ProjectFacts';

export const YEAR = 'P52W';
export const QUARTER = 'P13W';

type Inputs = SignalValue<unknown>['inputs'];

type Reasons = SignalNote | readonly (SignalNote | undefined)[];

/** Reasons as they are told: in English, and by their codes. */
export function told(
  reasons: Reasons,
): Pick<SignalValue<unknown>, 'note' | 'notes'> {
  const notes = [reasons].flat().filter(note => note !== undefined);
  return notes.length > 0 ? { note: signalNoteText(notes), notes } : {};
}

/** Words that a source, or our reading of it, has for a person. */
function inItsWords(text: string | undefined): SignalNote | undefined {
  return text ? { code: 'said-by-source', values: { text } } : undefined;
}

/** A value that a kept part tells. A failed later try shows as its state, and leaves the value and its age. */
export function fromPart<T>(
  part: Pick<
    KeptPart<keyof StoredParts>,
    'source' | 'fetchedAt' | 'note' | 'error'
  >,
  is: { value: T; inputs: Inputs; window?: string; note?: SignalNote },
): SignalValue<T> {
  const note = is.note ?? inItsWords(part.note);
  return {
    value: is.value,
    state: stateOf(part.error !== undefined, note !== undefined),
    source: part.source,
    fetchedAt: part.fetchedAt,
    ...(is.window && { window: is.window }),
    inputs: is.inputs,
    ...told([note, inItsWords(part.error)]),
  };
}

function stateOf(
  hasFailed: boolean,
  isPartial: boolean,
): SignalValue<unknown>['state'] {
  if (hasFailed) {
    return 'error';
  }
  return isPartial ? 'partial' : 'known';
}

/** Nobody knows it; never zero. The note says why, and what to do. */
export function unknown<T>(
  note: SignalNote | SignalNoteCode,
  is: Partial<
    Pick<SignalValue<T>, 'source' | 'fetchedAt' | 'window' | 'inputs'>
  > = {},
): SignalValue<T> {
  return {
    value: null,
    state: 'unknown',
    inputs: {},
    ...is,
    ...told(typeof note === 'string' ? { code: note } : note),
  };
}

/** Unknown although the part was read: it does not tell this. */
export function partTellsNot<T>(
  part: Pick<KeptPart<keyof StoredParts>, 'source' | 'fetchedAt'>,
  note: SignalNote | SignalNoteCode,
  is: { inputs?: Inputs; window?: string } = {},
): SignalValue<T> {
  return unknown(note, {
    source: part.source,
    fetchedAt: part.fetchedAt,
    ...is,
  });
}

/** A number among the inputs; one about one or two people is not told. */
export function untoldFew(count: number | 'few'): number | null {
  return count === 'few' ? null : count;
}

/** The value of a part that was never read, with why. */
export function missing<T>(
  facts: ProjectFacts,
  name: keyof StoredParts,
  window?: string,
): SignalValue<T> {
  const { declared, kept } = facts;
  const is = window ? { window } : {};
  if (!declared.repository) {
    return unknown('no-repository', is);
  }
  const states = kept?.states ?? [];
  const failed = states.find(({ state }) => state === 'failed');
  if (failed) {
    return {
      ...unknown<T>(inItsWords(failed.note) ?? 'not-readable', is),
      state: 'error',
      source: failed.source,
    };
  }
  if (states.some(({ state }) => state === 'waiting')) {
    return unknown('not-read-yet', is);
  }
  const asked = states.filter(
    ({ state }) => state === 'ok' || state === 'partial',
  );
  const computing = asked.find(({ pending }) => pending?.includes(name));
  if (computing) {
    return unknown(
      { code: 'still-computed', values: { source: computing.source } },
      is,
    );
  }
  if (asked.length > 0) {
    const why = asked.map(({ untold }) => untold?.[name]).find(Boolean);
    return unknown(
      inItsWords(why) ?? {
        code: `${name}-not-told`,
        values: { source: asked[0].source },
      },
      is,
    );
  }
  return unknown(
    declared.isConnected
      ? 'not-read-yet'
      : { code: 'nobody-reads', values: { host: declared.repository.host } },
    is,
  );
}
