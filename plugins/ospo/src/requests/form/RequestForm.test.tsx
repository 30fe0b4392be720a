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

import { JsonObject } from '@backstage/types';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aRequestType } from '../../__testUtils__/officeBuilders';
import { renderScreen } from '../../__testUtils__/renderScreen';
import { RequestForm } from './RequestForm';

function open(answers: JsonObject) {
  return renderScreen(
    <RequestForm
      schema={aRequestType().schema}
      uiSchema={{}}
      hidden={[]}
      answers={answers}
      onChange={() => {}}
      onReady={() => {}}
    >
      <button type="submit">Go on</button>
    </RequestForm>,
    { ospo: {} },
  );
}

describe('the summary of what needs a look', () => {
  it.each([
    ['What is it?', { telemetry: false }],
    // Asked only of those who answered another question with yes.
    ['What is sent?', { purpose: 'Counts baskets', telemetry: true }],
  ])('names the question "%s" as the form does', async (label, answers) => {
    await open(answers);
    await userEvent.click(await screen.findByRole('button', { name: 'Go on' }));
    expect(await screen.findByRole('link', { name: label })).toHaveAttribute(
      'href',
      expect.stringMatching(/^#root_/),
    );
  });
});
