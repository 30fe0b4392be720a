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

const TRANSLATIONS = 'x-translations';
const texts = ['title', 'description', 'enumNames'];

/** A schema whose words are those of the reader's language, where its author wrote them in it. */
export function localiseSchema(
  schema: JsonObject,
  language: string,
): JsonObject {
  const entries = Object.entries(schema)
    .filter(([name]) => name !== TRANSLATIONS)
    .map(([name, value]) => [name, localise(value, language)] as const);
  return {
    ...Object.fromEntries(entries),
    ...wordsIn(schema[TRANSLATIONS], language),
  };
}

function localise(
  value: JsonValue | undefined,
  language: string,
): JsonValue | undefined {
  if (Array.isArray(value)) {
    return value.map(item => localise(item, language) ?? null);
  }
  return typeof value === 'object' && value !== null
    ? localiseSchema(value, language)
    : value;
}

function wordsIn(
  translations: JsonValue | undefined,
  language: string,
): JsonObject {
  const words = asObject(asObject(translations)[language]);
  return Object.fromEntries(
    texts.flatMap(name =>
      words[name] === undefined ? [] : [[name, words[name]]],
    ),
  );
}

function asObject(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}
