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

import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderScreen } from '../__testUtils__/renderScreen';
import { CopyBlock } from './CopyBlock';

/** As a browser has it over HTTPS, or not at all over plain HTTP. */
function withClipboard(clipboard: Partial<Clipboard> | undefined) {
  Object.defineProperty(navigator, 'clipboard', {
    value: clipboard,
    configurable: true,
  });
}

const press = () =>
  userEvent.click(screen.getByRole('button', { name: 'Copy' }));

describe('CopyBlock', () => {
  it('copies, says so, and is then ready to copy again', async () => {
    await renderScreen(<CopyBlock text="curl --fail" />, { ospo: {} });
    const writeText = jest.fn(async () => {});
    withClipboard({ writeText });
    await press();
    expect(writeText).toHaveBeenCalledWith('curl --fail');
    expect(screen.getByText('Copied')).toHaveAttribute('role', 'status');
    await act(async () => {
      await new Promise(resolve => setTimeout(resolve, 4_200));
    });
    expect(screen.queryByText('Copied')).toBeNull();
  });

  it.each([
    ['there is no clipboard', undefined],
    [
      'the browser refuses',
      { writeText: () => Promise.reject(new Error('denied')) },
    ],
  ])('selects the lines and says what to do when %s', async (_name, of) => {
    await renderScreen(<CopyBlock text="curl --fail" />, { ospo: {} });
    withClipboard(of);
    await press();
    expect(
      await screen.findByText(/does not let this page copy/),
    ).toHaveAttribute('role', 'status');
    expect(window.getSelection()?.toString()).toBe('curl --fail');
  });
});
