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

import { JsonObject, JsonValue } from '@backstage/types';
import { ErrorObject, ValidateFunction } from 'ajv';
import Ajv2019 from 'ajv/dist/2019';
import addFormats from 'ajv-formats';
import { isSafeLink } from './isSafeLink';

/** An answer that its schema does not take. */
export interface AnswerProblem {
  /** JSON pointer into the answers. */
  field: string;
  message: string;
  /** Nothing is wrong but that it is not there yet. */
  isMissing: boolean;
}

/** Reads answers against the schema of one type. */
export class AnswerChecker {
  readonly #validate: ValidateFunction;
  readonly #questions: ReadonlySet<string>;

  private constructor(schema: JsonObject) {
    const ajv = new Ajv2019({
      allErrors: true,
      strict: false,
      // Text stays text: what is stored is what was sent.
      coerceTypes: false,
      useDefaults: false,
      removeAdditional: false,
      // Found problems are told to people who have the form before them.
      messages: true,
    });
    addFormats(ajv);
    ajv.addFormat('uri', { type: 'string', validate: isSafeLink });
    this.#validate = ajv.compile({ ...schema, unevaluatedProperties: false });
    this.#questions = questionsOf(schema);
  }

  /** Throws when the schema is none. */
  static create(schema: JsonObject): AnswerChecker {
    return new AnswerChecker(schema);
  }

  check(answers: JsonObject): AnswerProblem[] {
    this.#validate(answers);
    return toProblems(this.#validate.errors ?? []);
  }

  /** The answers without those to questions that other answers have switched off since. */
  dropSwitchedOff(answers: JsonObject): JsonObject {
    let kept = answers;
    for (let round = 0; round < this.#questions.size; round++) {
      this.#validate(kept);
      const off = (this.#validate.errors ?? []).flatMap(error => {
        const name = String(error.params.unevaluatedProperty ?? '');
        return error.instancePath === '' && this.#questions.has(name)
          ? [name]
          : [];
      });
      if (off.length === 0) {
        return kept;
      }
      kept = Object.fromEntries(
        Object.entries(kept).filter(([name]) => !off.includes(name)),
      );
    }
    return kept;
  }
}

function toProblems(errors: readonly ErrorObject[]): AnswerProblem[] {
  return errors
    .filter(({ keyword }) => keyword !== 'if')
    .map(({ keyword, instancePath, params, message }) => {
      switch (keyword) {
        case 'required':
          return {
            field: `${instancePath}/${escapePointer(params.missingProperty)}`,
            message: 'is needed; answer it',
            isMissing: true,
          };
        case 'unevaluatedProperties':
          return {
            field: `${instancePath}/${escapePointer(
              params.unevaluatedProperty,
            )}`,
            message: 'is no question of this type; leave it out',
            isMissing: false,
          };
        case 'enum':
          return {
            field: instancePath,
            message: `must be one of ${params.allowedValues
              .map(String)
              .join(', ')}`,
            isMissing: false,
          };
        case 'format':
          return {
            field: instancePath,
            message:
              params.format === 'uri'
                ? 'must be a link that begins with https://, http:// or mailto:'
                : `must be a ${params.format}`,
            isMissing: false,
          };
        default:
          return {
            field: instancePath,
            message: message ?? `breaks the rule '${keyword}'`,
            isMissing: false,
          };
      }
    });
}

function escapePointer(name: unknown): string {
  return String(name).replace(/~/g, '~0').replace(/\//g, '~1');
}

/** Names of all questions, those that others switch on included. */
function questionsOf(schema: JsonObject): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: JsonValue | undefined): void => {
    if (Array.isArray(node)) {
      node.forEach(visit);
    } else if (isObject(node)) {
      if (isObject(node.properties)) {
        Object.keys(node.properties).forEach(name => names.add(name));
      }
      for (const key of ['allOf', 'anyOf', 'oneOf', 'then', 'else']) {
        visit(node[key]);
      }
    }
  };
  visit(schema);
  return names;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
