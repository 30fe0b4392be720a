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

import { TextCleaner } from '../text/TextCleaner';

const MOST_TOOLS = 20;

/**
 * The tools that made a document, as `name version`. Up to CycloneDX 1.4 they are an array, from 1.5 on an object with
 * components and services; both are written by tools of today.
 */
export function readTools(tools: unknown, cleaner: TextCleaner): string[] {
  const lists = Array.isArray(tools)
    ? [tools]
    : [field(tools, 'components'), field(tools, 'services')];
  const names: string[] = [];
  for (const entry of lists.flatMap(list =>
    Array.isArray(list) ? list : [],
  )) {
    const parts = [nameOf(entry), text(field(entry, 'version'))].filter(
      part => part !== '',
    );
    if (parts.length > 0 && names.length < MOST_TOOLS) {
      names.push(
        cleaner.clean(parts.join(' '), '/metadata/tools').slice(0, 300),
      );
    }
  }
  return names;
}

function nameOf(entry: unknown): string {
  const name = text(field(entry, 'name'));
  return typeof entry === 'string' ? entry : name;
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : '';
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}
