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

import { aRequestType } from '../../__testUtils__/officeBuilders';
import { describeAnswers } from '../describeAnswers';
import { fieldId } from './fieldId';
import { localiseSchema } from './localiseSchema';
import { toUiSchema } from './toUiSchema';

const schema = {
  type: 'object',
  properties: {
    origin: {
      type: 'string',
      title: 'Who made it?',
      enum: ['us', 'them'],
      enumNames: ['We', 'They'],
      'x-translations': {
        sv: { title: 'Vem har gjort det?', enumNames: ['Vi', 'De'] },
      },
    },
    parts: {
      type: 'array',
      uniqueItems: true,
      title: 'Parts',
      items: { type: 'string', enum: ['a', 'b'], enumNames: ['Alpha', 'Beta'] },
    },
  },
};

const words = { language: 'sv', yes: 'Ja', no: 'Nej' };

describe('localiseSchema', () => {
  it('takes the words of the language, and leaves the rules alone', () => {
    expect(localiseSchema(schema, 'sv').properties).toMatchObject({
      origin: {
        title: 'Vem har gjort det?',
        enum: ['us', 'them'],
        enumNames: ['Vi', 'De'],
      },
      parts: { title: 'Parts' },
    });
  });

  it('falls back to English, and leaves no translations behind', () => {
    const text = JSON.stringify(localiseSchema(schema, 'fr'));
    expect(text).toContain('Who made it?');
    expect(text).not.toContain('x-translations');
  });
});

describe('describeAnswers', () => {
  it('says answers in the words of the form', () => {
    expect(
      describeAnswers(
        schema,
        { origin: 'us', parts: ['a', 'b'], own: true },
        words,
      ),
    ).toEqual([
      { name: 'origin', label: 'Vem har gjort det?', text: 'Vi' },
      { name: 'parts', label: 'Parts', text: 'Alpha, Beta' },
      { name: 'own', label: 'own', text: 'Ja' },
    ]);
  });

  it('knows questions that others switch on, and skips what is not answered', () => {
    expect(
      describeAnswers(
        aRequestType().schema,
        { sent: 'versions', purpose: '' },
        words,
      ),
    ).toEqual([{ name: 'sent', label: 'What is sent?', text: 'versions' }]);
  });
});

describe('toUiSchema', () => {
  it('asks each question in the way that fits it', () => {
    expect(toUiSchema(aRequestType().schema, {}, ['licence'])).toEqual({
      purpose: { 'ui:widget': 'textarea' },
      licence: { 'ui:widget': 'hidden' },
      exposure: { 'ui:widget': 'checkboxes' },
      telemetry: { 'ui:widget': 'radio' },
      sent: {},
    });
    expect(toUiSchema(schema, {}, [])).toMatchObject({
      origin: { 'ui:widget': 'radio' },
      parts: { 'ui:widget': 'checkboxes' },
    });
  });

  it('lets the author of the form say otherwise', () => {
    expect(
      toUiSchema(schema, { origin: { 'ui:widget': 'select' } }, []),
    ).toMatchObject({ origin: { 'ui:widget': 'select' } });
  });
});

describe('fieldId', () => {
  it.each([
    ['.purpose', 'root_purpose'],
    ['purpose', 'root_purpose'],
    ['.people[0].name', 'root_people_0_name'],
    ["['odd name']", 'root_odd name'],
    [undefined, 'root'],
  ])('of %j is %s', (property, id) => {
    expect(fieldId(property)).toBe(id);
  });
});
