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
  FoundDocument,
  SignalNote,
  SignalNoteCode,
  SignalValue,
  WelcomingSignals,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { KeptPart } from '../../SignalsReader';
import { ComputeContext, ProjectFacts } from './ProjectFacts';
import {
  fromPart,
  missing,
  partTellsNot,
  unknown,
  untoldFew,
  YEAR,
} from './signalValue';

/** Whether somebody from outside is helped to take part. */
export function welcomingSignals(
  facts: ProjectFacts,
  context: Pick<ComputeContext, 'businessHours'>,
): WelcomingSignals {
  const { declared } = facts;
  return {
    documentation: documentation(facts),
    governanceLevel: declared.governanceLevel
      ? {
          value: declared.governanceLevel,
          state: 'known',
          source: declared.governanceLevelSource ?? 'catalog',
          inputs: {},
        }
      : unknown('governance-not-said'),
    wantedHelp: wantedHelp(facts),
    firstResponseHours: firstResponseHours(facts),
    promiseKept: promiseKept(facts, context),
  };
}

function documentation(facts: ProjectFacts): SignalValue<FoundDocument[]> {
  const part = facts.kept?.parts.files;
  if (!part) {
    return missing(facts, 'files');
  }
  const { documents, complete, readmeRead } = part.value;
  return fromPart(part, {
    value: documents,
    inputs: { documents: new Set(documents.map(one => one.document)).size },
    note: filesNote(complete, readmeRead),
  });
}

function filesNote(
  complete: boolean,
  readmeRead: boolean,
): SignalNote | undefined {
  if (!complete) {
    return { code: 'files-incomplete' };
  }
  return readmeRead ? undefined : { code: 'readme-not-read' };
}

function wantedHelp(facts: ProjectFacts): SignalValue<number> {
  const part = facts.kept?.parts.help;
  return part
    ? fromPart(part, {
        value: part.value.total,
        inputs: {
          issues: part.value.total,
          labels: facts.declared.helpLabels.join(', ') || null,
        },
      })
    : missing(facts, 'help');
}

function firstResponseHours(facts: ProjectFacts): SignalValue<number> {
  const part = facts.kept?.parts.responses;
  if (!part) {
    return missing(facts, 'responses', YEAR);
  }
  const inputs = responseInputs(part);
  const { medianHours } = part.value;
  return medianHours === undefined
    ? partTellsNot(part, tooFew(part), { window: YEAR, inputs })
    : fromPart(part, {
        value: medianHours,
        window: YEAR,
        inputs: { n: inputs.answered, ...inputs },
        note: unmappedNote(part),
      });
}

function promiseKept(
  facts: ProjectFacts,
  { businessHours }: Pick<ComputeContext, 'businessHours'>,
): SignalValue<number> {
  const { reviewSlo } = facts.declared;
  if (!reviewSlo) {
    return unknown('no-promise');
  }
  const promised = businessHours(reviewSlo);
  if (promised === undefined) {
    return unknown({
      code: 'promise-no-duration',
      values: { promise: reviewSlo },
    });
  }
  const part = facts.kept?.parts.responses;
  if (!part) {
    return missing(facts, 'responses', YEAR);
  }
  const { promise } = part.value;
  if (promise?.reviewSlo !== reviewSlo) {
    // It was made, or changed, since the last reading.
    return partTellsNot(part, 'not-read-yet', { window: YEAR });
  }
  const { due, inTime } = promise;
  const inputs = {
    inTime: untoldFew(inTime),
    due: untoldFew(due),
    promised: reviewSlo,
    promisedBusinessHours: promised,
    ...responseInputs(part),
  };
  if (due === 'few' || due === 0) {
    return partTellsNot(
      part,
      part.value.asked === due ? tooFew(part) : 'few-due',
      {
        window: YEAR,
        inputs,
      },
    );
  }
  return inTime === 'few'
    ? partTellsNot(part, 'few-in-time', { window: YEAR, inputs })
    : fromPart(part, {
        value: Math.round((inTime / due) * 100) / 100,
        window: YEAR,
        inputs,
        note: unmappedNote(part),
      });
}

function responseInputs(part: KeptPart<'responses'>): {
  asked: number | null;
  answered: number | null;
  unmapped: number | null;
} {
  const { asked, answered, unmapped } = part.value;
  return {
    asked: untoldFew(asked),
    answered: untoldFew(answered),
    unmapped: untoldFew(unmapped),
  };
}

function tooFew(part: KeptPart<'responses'>): SignalNoteCode {
  return part.value.unmapped === 0 ? 'few-outsiders' : 'few-known-outsiders';
}

function unmappedNote(part: KeptPart<'responses'>): SignalNote | undefined {
  const { unmapped } = part.value;
  if (unmapped === 'few') {
    return { code: 'few-outsiders-left-out' };
  }
  return unmapped > 0
    ? { code: 'outsiders-left-out', values: { unmapped } }
    : undefined;
}
