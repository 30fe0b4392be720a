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

import { SignalValue } from '@ospo-suite/backstage-plugin-ospo-common';
import { KeptPart, StoredParts } from '../../SignalsReader';
import { ProjectFacts } from './ProjectFacts';

export const YEAR = 'P52W';
export const QUARTER = 'P13W';

type Inputs = SignalValue<unknown>['inputs'];

/** A value that a kept part tells. A failed later try shows as its state, and leaves the value and its age. */
export function fromPart<T>(
  part: Pick<
    KeptPart<keyof StoredParts>,
    'source' | 'fetchedAt' | 'note' | 'error'
  >,
  told: { value: T; inputs: Inputs; window?: string; note?: string },
): SignalValue<T> {
  const note = [told.note ?? part.note, part.error].filter(Boolean).join(' ');
  const isPartial = told.note !== undefined || part.note !== undefined;
  return {
    value: told.value,
    state: stateOf(part.error !== undefined, isPartial),
    source: part.source,
    fetchedAt: part.fetchedAt,
    ...(told.window && { window: told.window }),
    inputs: told.inputs,
    ...(note && { note }),
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
  note: string,
  told: Partial<
    Pick<SignalValue<T>, 'source' | 'fetchedAt' | 'window' | 'inputs'>
  > = {},
): SignalValue<T> {
  return { value: null, state: 'unknown', inputs: {}, ...told, note };
}

/** Unknown although the part was read: it does not tell this. */
export function partTellsNot<T>(
  part: Pick<KeptPart<keyof StoredParts>, 'source' | 'fetchedAt'>,
  note: string,
  told: { inputs?: Inputs; window?: string } = {},
): SignalValue<T> {
  return unknown(note, {
    source: part.source,
    fetchedAt: part.fetchedAt,
    ...told,
  });
}

const PART_WORDS: Record<keyof StoredParts, string> = {
  facts: 'facts about the repository',
  commits: 'commits',
  releases: 'releases',
  files: 'files',
  help: 'issues that ask for help',
  responses: 'answers to outsiders',
};

/** The value of a part that was never read, with why. */
export function missing<T>(
  facts: ProjectFacts,
  name: keyof StoredParts,
  window?: string,
): SignalValue<T> {
  const { declared, kept } = facts;
  const told = window ? { window } : {};
  if (!declared.repository) {
    return unknown(
      "The catalog does not say where its code is. Add the annotation 'backstage.io/source-location'.",
      told,
    );
  }
  const states = kept?.states ?? [];
  const failed = states.find(({ state }) => state === 'failed');
  if (failed) {
    return {
      ...unknown<T>(failed.note ?? 'It could not be read.', told),
      state: 'error',
      source: failed.source,
    };
  }
  if (states.some(({ state }) => state === 'waiting')) {
    return unknown('It has not been read yet; its turn comes.', told);
  }
  const asked = states.filter(
    ({ state }) => state === 'ok' || state === 'partial',
  );
  if (asked.length > 0) {
    const why = asked.map(({ untold }) => untold?.[name]).find(Boolean);
    return unknown(
      why ??
        `'${asked[0].source}' does not tell its ${PART_WORDS[name]}. Let CI send them, or connect the forge.`,
      told,
    );
  }
  return unknown(
    declared.isConnected
      ? 'It has not been read yet; its turn comes.'
      : `Nothing reads from '${declared.repository.host}'. Install the module for this forge, or let CI send signals.`,
    told,
  );
}
