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
import { Prefill } from '@ospo-suite/backstage-plugin-ospo-common';

/** Something known, by the name that `x-prefill` of a question gives it. */
export interface Fact {
  key: string;
  label: string;
  value: string | string[];
  source: Prefill['source'];
  detail: string;
  asOf?: string;
}

/** Known answers to the questions of a schema, those included that are asked only after others. */
export function prefillOf(
  schema: JsonObject,
  facts: readonly Fact[],
): Prefill[] {
  const known = new Map(facts.map(fact => [fact.key, fact]));
  const found = new Map<string, Prefill>();
  for (const [name, question] of questionsOf(schema)) {
    const fact = known.get(String(question['x-prefill'] ?? ''));
    const value = fact && fitting(question, fact.value);
    if (fact && value !== undefined) {
      found.set(name, {
        field: `/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`,
        value,
        source: fact.source,
        detail: fact.detail,
        asOf: fact.asOf,
      });
    }
  }
  return [...found.values()];
}

/** The value in the shape that the question takes; undefined when it takes none of the kind. */
function fitting(
  question: JsonObject,
  value: string | string[],
): JsonValue | undefined {
  const { type, enum: allowed, maxLength } = question;
  if (type === 'array') {
    return typeof value === 'string' ? [value] : value;
  }
  const text = typeof value === 'string' ? value : value.join(', ');
  if (
    type !== 'string' ||
    (Array.isArray(allowed) && !allowed.includes(text))
  ) {
    return undefined;
  }
  return typeof maxLength === 'number' && text.length > maxLength
    ? undefined
    : text;
}

function* questionsOf(node: JsonValue): Iterable<[string, JsonObject]> {
  if (Array.isArray(node)) {
    for (const part of node) {
      yield* questionsOf(part);
    }
  } else if (isObject(node)) {
    for (const [name, question] of Object.entries(node.properties ?? {})) {
      if (isObject(question)) {
        yield [name, question];
      }
    }
    for (const key of ['allOf', 'anyOf', 'oneOf', 'then', 'else']) {
      yield* questionsOf(node[key] ?? null);
    }
  }
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
