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
  Precedent,
  RequestPreview,
  SaveRequest,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { JsonObject, JsonValue } from '@backstage/types';
import { CompetencyDirectory } from '../competencies';
import { RequestFacts } from './facts/RequestFacts';
import { rankPrecedents, wordsOf } from './rankPrecedents';
import { seePrecedents } from './presentation/seePrecedents';
import { Person } from './RequestAccess';
import { PrecedentQueries } from './store/PrecedentQueries';
import { requiredCompetencies } from './types/requiredCompetencies';
import { RequestTypes } from './types/RequestTypes';

/** Precedents that are shown, and that are looked at for each word of a question. */
const SHOWN = 5;
const LOOKED_AT = 20;
/** Longest words say most of what a text is about. */
const WORDS = 6;

export interface RequestPreviewsOptions {
  directory: CompetencyDirectory;
  facts: RequestFacts;
  precedents: PrecedentQueries;
  types: RequestTypes;
}

/** What a request would bring about, told while it is written. */
export class RequestPreviews {
  readonly #options: RequestPreviewsOptions;

  private constructor(options: RequestPreviewsOptions) {
    this.#options = options;
  }

  static create(options: RequestPreviewsOptions): RequestPreviews {
    return new RequestPreviews(options);
  }

  async preview(
    request: Pick<SaveRequest, 'typeId' | 'answers' | 'subject'> & {
      title?: string;
    },
    caller: Person,
  ): Promise<RequestPreview> {
    const { directory, facts, types } = this.#options;
    const { definition, checker } = types.get(request.typeId);
    const answers = checker.dropSwitchedOff(request.answers);
    const [snapshot, prefill, precedents] = await Promise.all([
      directory.snapshot(),
      facts.prefill(definition.schema, request.subject, caller),
      this.#precedents({ ...request, answers }, caller),
    ]);
    return {
      prefill,
      competencies: requiredCompetencies(definition, {
        answers,
        subject: request.subject,
      }).map(({ competencyRef, authority, blocking, reason }) => {
        const declared = snapshot.competencies.get(competencyRef);
        return {
          competency: {
            ref: competencyRef,
            title: declared?.title ?? competencyRef.replace(/^.*\//, ''),
          },
          declared: declared !== undefined,
          authority,
          blocking,
          reason,
        };
      }),
      precedents,
      problems: checker
        .check(answers)
        .map(({ field, message }) => ({ field, message })),
    };
  }

  /** "Answered before": of the same type, about the same thing first, then by the words that they share. */
  async #precedents(
    request: {
      typeId: string;
      title?: string;
      answers: JsonObject;
      subject: Precedent['subject'];
    },
    caller: Person,
  ): Promise<Precedent[]> {
    const { directory, precedents } = this.#options;
    const { typeId, subject, title = '', answers } = request;
    const words = wordsOf([title, ...textsOf(answers)].join(' '));
    const found = await precedents.similar({
      typeId,
      subject,
      words: [...words].sort((a, b) => b.length - a.length).slice(0, WORDS),
      limit: LOOKED_AT,
    });
    const seen = await seePrecedents(found, caller, await directory.snapshot());
    return rankPrecedents(seen, { subject, words }).slice(0, SHOWN);
  }
}

function textsOf(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  if (Array.isArray(value)) {
    return value.flatMap(textsOf);
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(textsOf)
    : [];
}
