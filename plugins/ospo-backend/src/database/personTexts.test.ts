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

import { ERASED_PERSON_REF } from '@ospo-suite/backstage-plugin-ospo-common';
import { namesPerson, withoutPerson } from './personTexts';

const BO = 'user:default/bo';
const GONE = ERASED_PERSON_REF;

describe('withoutPerson', () => {
  it.each([
    ['Ask user:default/bo.', `Ask ${GONE}.`],
    ['Ask User:default/Bo, please', `Ask ${GONE}, please`],
    ['_user:default/bo_ and (user:default/bo)', `_${GONE}_ and (${GONE})`],
    [
      'https://x.example/user:default/bo/edit',
      `https://x.example/${GONE}/edit`,
    ],
    ['ask:user:default/bo-', `ask:${GONE}-`],
    ['Then\nuser:default/bo', `Then\n${GONE}`],
  ])('takes them out of %j', (text, without) => {
    expect(withoutPerson({ text, isJson: false }, BO)).toBe(without);
    const json = JSON.stringify({ a: [text], b: 1 });
    expect(withoutPerson({ text: json, isJson: true }, BO)).toBe(
      JSON.stringify({ a: [without], b: 1 }),
    );
  });

  it.each([
    'user:default/bosse',
    'user:default/bo.ek',
    'user:default/bo-1',
    'user:default/bo__ek',
    'superuser:default/bo',
    'user:other/bo',
  ])('leaves %s alone, who is somebody else', text => {
    expect(namesPerson({ text, isJson: false }, BO)).toBe(false);
    const json = `[ "${text}" ]`;
    expect(withoutPerson({ text: json, isJson: true }, BO)).toBe(json);
  });

  it('reads no sign of a name as one of a pattern', () => {
    const text = 'user:default/axb';
    expect(namesPerson({ text, isJson: false }, 'user:default/a.b')).toBe(
      false,
    );
  });
});
