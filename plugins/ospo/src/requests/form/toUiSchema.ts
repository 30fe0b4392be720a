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
import { isObject, questionsOf } from '../describeAnswers';

/** A choice among more than this is quicker to search in a list than to read as buttons. */
const MOST_BUTTONS = 6;
/** Texts that may be longer get room for several lines. */
const LONGEST_LINE = 500;

/**
 * How each question is asked unless its author says otherwise: yes or no as two buttons, because an unanswered box
 * looks like a no; few choices as buttons, many as a list; long texts with room. Known answers are not asked.
 */
export function toUiSchema(
  schema: JsonObject,
  uiSchema: JsonObject,
  hidden: string[],
): JsonObject {
  const asked = [...questionsOf(schema)].map(([name, question]) => {
    const own = isObject(uiSchema[name]) ? (uiSchema[name] as JsonObject) : {};
    const widget = hidden.includes(name) ? 'hidden' : widgetFor(question);
    const shown = hidden.includes(name) ? {} : own;
    return [name, { ...(widget && { 'ui:widget': widget }), ...shown }];
  });
  return { ...uiSchema, ...Object.fromEntries(asked) };
}

function widgetFor(question: JsonObject): JsonValue | undefined {
  if (question.type === 'boolean') {
    return 'radio';
  }
  if (Array.isArray(question.enum)) {
    return question.enum.length <= MOST_BUTTONS ? 'radio' : 'select';
  }
  if (question.type === 'array' && question.uniqueItems === true) {
    return 'checkboxes';
  }
  if (question.type === 'string' && question.format === undefined) {
    const { maxLength } = question;
    return typeof maxLength === 'number' && maxLength > LONGEST_LINE
      ? 'textarea'
      : undefined;
  }
  return undefined;
}
