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

/** A text in the two languages of the shipped types. */
interface Both {
  en: string;
  sv: string;
}

interface FieldTexts {
  title: Both;
  description?: Both;
  /** Names of the values of `enum`, in its order. */
  names?: Both[];
}

/**
 * One question: its rule in JSON Schema, and its words. Other languages than English stand under `x-translations`,
 * where forms look for them.
 */
export function field(texts: FieldTexts, rule: JsonObject): JsonObject {
  const { title, description, names } = texts;
  const inLanguage = (language: keyof Both): JsonObject =>
    withoutUndefined({
      title: title[language],
      description: description?.[language],
      enumNames: names?.map(name => name[language]),
    });
  return {
    ...inLanguage('en'),
    ...rule,
    'x-translations': { sv: inLanguage('sv') },
  };
}

/** A short text of one line. */
export function line(texts: FieldTexts, rule: JsonObject = {}): JsonObject {
  return field(texts, {
    type: 'string',
    minLength: 1,
    maxLength: 500,
    ...rule,
  });
}

/** A longer text. */
export function prose(texts: FieldTexts, rule: JsonObject = {}): JsonObject {
  return field(texts, {
    type: 'string',
    minLength: 1,
    maxLength: 10_000,
    ...rule,
  });
}

/** A link that people can follow. */
export function link(texts: FieldTexts, rule: JsonObject = {}): JsonObject {
  return field(texts, {
    type: 'string',
    format: 'uri',
    maxLength: 2_000,
    ...rule,
  });
}

/** Yes or no. */
export function yesNo(texts: FieldTexts, rule: JsonObject = {}): JsonObject {
  return field(texts, { type: 'boolean', ...rule });
}

/** One of several, each with its name in both languages. */
export function choice(
  texts: Omit<FieldTexts, 'names'>,
  options: Record<string, Both>,
  rule: JsonObject = {},
): JsonObject {
  return field(
    { ...texts, names: Object.values(options) },
    { type: 'string', enum: Object.keys(options), ...rule },
  );
}

/** Any of several. */
export function choices(
  texts: Omit<FieldTexts, 'names'>,
  options: Record<string, Both>,
): JsonObject {
  return field(texts, {
    type: 'array',
    uniqueItems: true,
    items: choice({ title: texts.title }, options),
  });
}

/** Questions that are asked when an answer has a value. */
export function askedWhen(
  name: string,
  value: JsonValue,
  questions: { properties: JsonObject; required?: string[] },
): JsonObject {
  return {
    if: { properties: { [name]: { const: value } }, required: [name] },
    then: questions,
  };
}

function withoutUndefined(
  record: Record<string, JsonValue | undefined>,
): JsonObject {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  );
}
