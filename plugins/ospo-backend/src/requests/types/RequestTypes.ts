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

import { InputError } from '@backstage/errors';
import { RequestType } from '@ospo-suite/backstage-plugin-ospo-common';
import { parseBusinessDuration } from '../../shared/time/BusinessCalendar';
import { AnswerChecker } from './AnswerChecker';
import { competencyRefOf } from './requiredCompetencies';
import { RequestTypeDefinition } from './RequestTypeDefinition';
import { shippedRequestTypes } from './shipped';

/** A declared type, with what is worked out of it once. */
export interface KnownType {
  readonly definition: RequestTypeDefinition;
  readonly checker: AnswerChecker;
}

/** The types that people can choose from, in the order in which they are declared. */
export class RequestTypes {
  readonly #types: ReadonlyMap<string, KnownType>;

  private constructor(types: ReadonlyMap<string, KnownType>) {
    this.#types = types;
  }

  /** Throws an InputError that names the type when a definition cannot be used. */
  static create(definitions: readonly RequestTypeDefinition[]): RequestTypes {
    return new RequestTypes(
      new Map(definitions.map(type => [type.id, toKnown(type)])),
    );
  }

  list(): KnownType[] {
    return [...this.#types.values()];
  }

  find(id: string): KnownType | undefined {
    return this.#types.get(id);
  }

  get(id: string): KnownType {
    const found = this.#types.get(id);
    if (!found) {
      throw new InputError(
        `typeId: no type of request '${id}' is declared; choose ${[
          ...this.#types.keys(),
        ].join(', ')}`,
      );
    }
    return found;
  }

  /** Competencies that a type's rules may require, each once. */
  competenciesOf(id: string): string[] {
    const rules = this.#types.get(id)?.definition.rules ?? [];
    return [...new Set(rules.map(rule => competencyRefOf(rule.competency)))];
  }
}

/** A type as it is told to people: without its rules, which are told by what they do. */
export function toRequestType(
  definition: RequestTypeDefinition,
  problems?: string[],
): RequestType {
  const { rules: _rules, uiSchema = {}, ...type } = definition;
  return { ...type, uiSchema, ...(problems?.length ? { problems } : {}) };
}

function toKnown(definition: RequestTypeDefinition): KnownType {
  const { id, schema, serviceLevel } = definition;
  try {
    parseBusinessDuration(serviceLevel.ack);
    parseBusinessDuration(serviceLevel.done);
    // What an operator declares has to prove itself as the backend starts.
    return shippedRequestTypes.includes(definition)
      ? checkedWhenAsked(definition)
      : { definition, checker: AnswerChecker.create(schema) };
  } catch (error) {
    throw new InputError(
      `The type of request '${id}' in 'ospo.requests.types' cannot be used: ${
        error instanceof Error ? error.message : error
      }`,
    );
  }
}

/** Ours are known to be sound, and compiling them all would be most of what the plugin takes to start. */
function checkedWhenAsked(definition: RequestTypeDefinition): KnownType {
  let checker: AnswerChecker | undefined;
  return {
    definition,
    get checker() {
      checker ??= AnswerChecker.create(definition.schema);
      return checker;
    },
  };
}
