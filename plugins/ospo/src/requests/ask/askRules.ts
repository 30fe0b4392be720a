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
import {
  Confidentiality,
  Prefill,
  RequestSubject,
  RequestType,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { entityName } from '../../shared/entityNames';
import { localText } from '../localText';

/** What a person has written so far. */
export interface AskValues {
  title: string;
  answers: JsonObject;
  subject: RequestSubject;
  confidentiality: Confidentiality;
}

/** What a person writes, out of a request or of what was kept: the backend takes nothing else. */
export function pickValues(from: Partial<AskValues>): Partial<AskValues> {
  const { title, answers, subject, confidentiality } = from;
  return {
    ...(title !== undefined && { title }),
    ...(answers && { answers }),
    ...(subject && { subject }),
    ...(confidentiality && { confidentiality }),
  };
}

/** What the address says a request is about. */
export function subjectOf(about: {
  entity?: string;
  package?: string;
  licence?: string;
}): RequestSubject {
  return {
    entityRef: about.entity,
    packageKey: about.package,
    licenceKey: about.licence && toLicenceKey(about.licence),
  };
}

/** A title to begin with: the kind of request and what it is about. */
export function firstTitle(
  type: string,
  subject: RequestSubject | undefined,
): string {
  const about = subject?.entityRef
    ? entityName(subject.entityRef)
    : subject?.packageKey ??
      (subject?.licenceKey && fromLicenceKey(subject.licenceKey));
  return about ? `${type}: ${about}`.slice(0, 200) : type;
}

/** The key of a licence that was written as SPDX writes it. */
export function toLicenceKey(text: string): string {
  return /^[a-z]+:/.test(text) ? text : `known:${text}`;
}

/** A licence key as a person writes it. */
export function fromLicenceKey(key: string): string {
  return key.replace(/^known:/, '');
}

/** Facts that answer a question of the form, as long as nobody answered it otherwise. */
export function knownAnswers(
  prefill: Prefill[],
  answers: JsonObject,
  otherwise: ReadonlySet<string>,
): (Prefill & { name: string })[] {
  return prefill.flatMap(fact => {
    const name = questionOf(fact);
    if (name === undefined || otherwise.has(name)) {
      return [];
    }
    const own = answers[name];
    return own === undefined || isSame(own, fact.value)
      ? [{ ...fact, name }]
      : [];
  });
}

/** The answers with those that are known. */
export function withKnown(
  answers: JsonObject,
  known: { name: string; value: JsonValue }[],
): JsonObject {
  return {
    ...Object.fromEntries(known.map(({ name, value }) => [name, value])),
    ...answers,
  };
}

/** The answers without those that only repeat a fact: they are not the person's own, and go when it goes. */
export function withoutFacts(
  answers: JsonObject,
  facts: Pick<Prefill, 'field' | 'value'>[],
): JsonObject {
  const repeats = (name: string, value: JsonValue | undefined) =>
    value !== undefined &&
    facts.some(fact => questionOf(fact) === name && isSame(value, fact.value));
  return Object.fromEntries(
    Object.entries(answers).filter(([name, value]) => !repeats(name, value)),
  );
}

/** The question of the form itself that a fact answers. */
function questionOf(fact: Pick<Prefill, 'field'>): string | undefined {
  return /^\/([^/]+)$/.exec(fact.field)?.[1];
}

function isSame(a: JsonValue, b: JsonValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A duration of business time in days or hours; nothing when it is neither. */
export function readDuration(
  text: string,
): { unit: 'days' | 'hours'; count: number } | undefined {
  const days = /^P(\d+)D$/.exec(text);
  const hours = /^PT(\d+)H$/.exec(text);
  if (days) {
    return { unit: 'days', count: Number(days[1]) };
  }
  return hours ? { unit: 'hours', count: Number(hours[1]) } : undefined;
}

/** Kinds of request that fit plain words, in the order given. Every word must be met. */
export function matchTypes(
  types: RequestType[],
  q: string,
  language: string,
): RequestType[] {
  const words = fold(q).split(/\s+/).filter(Boolean);
  return types.filter(type => {
    const text = fold(
      [type.title, type.description]
        .flatMap(texts => [localText(texts, language), texts.en])
        .join(' '),
    );
    return words.every(word => text.includes(word));
  });
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase('en-US');
}

/** Kinds of request that may be about what a person came with. */
export function fitsSubject(
  type: RequestType,
  about: { entity?: string; package?: string; licence?: string },
): boolean {
  return (
    (about.entity !== undefined && type.subjects.includes('entity')) ||
    (about.package !== undefined && type.subjects.includes('package')) ||
    (about.licence !== undefined && type.subjects.includes('licence'))
  );
}
