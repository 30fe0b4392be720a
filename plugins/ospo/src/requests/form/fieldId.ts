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

/** The id that a question's field has, from the path in which errors name it. */
export function fieldId(property: string | undefined): string {
  const parts = (property ?? '').split(/[.[\]']+/).filter(Boolean);
  return ['root', ...parts].join('_');
}

/** Puts the focus where a question can be answered. */
export function focusField(id: string): void {
  const element = document.getElementById(id);
  const isControl = element?.matches('input, textarea, select, button');
  const control = isControl
    ? element
    : element?.querySelector<HTMLElement>('input, textarea, select, button');
  control?.focus();
}
