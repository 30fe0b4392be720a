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

import { askMessages } from './messages/askMessages';
import { commandMessages } from './messages/commandMessages';
import { competenciesMessages } from './messages/competenciesMessages';
import { entityMessages } from './messages/entityMessages';
import { innerSourceMessages } from './messages/innerSourceMessages';
import { noteMessages } from './messages/noteMessages';
import { officeMessages } from './messages/officeMessages';
import { overviewMessages } from './messages/overviewMessages';
import { profileMessages } from './messages/profileMessages';
import { projectMessages } from './messages/projectMessages';
import { requestsMessages } from './messages/requestsMessages';
import { sharedMessages } from './messages/sharedMessages';
import { signalMessages } from './messages/signalMessages';
import { usageMessages } from './messages/usageMessages';
import swedish from './translations/sv';
import innerSourceSwedish from './translations/svInnerSource';
import officeSwedish from './translations/svOffice';

interface Messages {
  [key: string]: string | Messages;
}

/** Messages by the keys that Backstage makes of them. */
function flatten(messages: Messages, before = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${before}${key}`, value]]
      : flatten(value, `${before}${key}.`),
  );
}

const places = (text: string) => (text.match(/\{\{.*?\}\}/g) ?? []).sort();

describe.each([
  [
    'the screens of usage',
    flatten({
      ...sharedMessages,
      ...overviewMessages,
      ...usageMessages,
      ...entityMessages,
    }),
    swedish,
  ],
  [
    'the office',
    flatten({
      ...officeMessages,
      ...competenciesMessages,
      ...profileMessages,
      ...requestsMessages,
      ...commandMessages,
      ...askMessages,
    }),
    officeSwedish,
  ],
  [
    'inner source',
    flatten({
      ...innerSourceMessages,
      ...projectMessages,
      ...signalMessages,
      ...noteMessages,
    }),
    innerSourceSwedish,
  ],
])('the Swedish words of %s', (_name, english, translation) => {
  const words = new Map<string, string>(Object.entries(translation));

  it('are there for every English one, and for no other', () => {
    expect([...words.keys()].sort()).toEqual(
      english.map(([key]) => key).sort(),
    );
  });

  it.each(english)('of %s take the same values', (key, text) => {
    expect(places(words.get(key) ?? '')).toEqual(places(text));
  });
});
