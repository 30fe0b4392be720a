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
import { localiseSchema } from './form/localiseSchema';

export interface DescribedAnswer {
  name: string;
  label: string;
  text: string;
}

interface Words {
  language: string;
  yes: string;
  no: string;
}

/** Answers with the words of the form they were given in; those that the form does not know keep their names. */
export function describeAnswers(
  schema: JsonObject,
  answers: JsonObject,
  words: Words,
): DescribedAnswer[] {
  const questions = questionsOf(localiseSchema(schema, words.language));
  const known = [...questions.keys()].filter(name => isAnswered(answers[name]));
  const unknown = Object.keys(answers).filter(
    name => !questions.has(name) && isAnswered(answers[name]),
  );
  return [...known, ...unknown].map(name => {
    const question = questions.get(name);
    return {
      name,
      label: typeof question?.title === 'string' ? question.title : name,
      text: toText(answers[name], question, words),
    };
  });
}

function isAnswered(value: JsonValue | undefined): value is JsonValue {
  return value !== undefined && value !== null && value !== '';
}

/** Every question of a schema, those that others switch on included. */
export function questionsOf(schema: JsonObject): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  const visit = (part: JsonValue | undefined) => {
    if (!isObject(part)) {
      return;
    }
    if (isObject(part.properties)) {
      for (const [name, question] of Object.entries(part.properties)) {
        // Conditions name questions too, without their words.
        if (isObject(question) && !found.has(name)) {
          found.set(name, question);
        }
      }
    }
    for (const inner of ['allOf', 'anyOf', 'oneOf'].flatMap(
      word => part[word],
    )) {
      visit(inner);
    }
    visit(part.then);
    visit(part.else);
  };
  visit(schema);
  return found;
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toText(
  value: JsonValue | undefined,
  question: JsonObject | undefined,
  words: Words,
): string {
  if (Array.isArray(value)) {
    const items = isObject(question?.items) ? question?.items : undefined;
    return value.map(item => toText(item, items, words)).join(', ');
  }
  if (typeof value === 'boolean') {
    return value ? words.yes : words.no;
  }
  const values = question?.enum;
  const names = question?.enumNames;
  if (Array.isArray(values) && Array.isArray(names)) {
    const name = names[values.findIndex(known => known === value)];
    if (typeof name === 'string') {
      return name;
    }
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
