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

/* eslint-disable no-script-url -- such addresses are what is tested here */

import { screen } from '@testing-library/react';
import { renderScreen } from '../__testUtils__/renderScreen';
import { isOspoSearchResult } from './documentType';
import { PackagesSearchResult } from './PackagesSearchResult';
import { ProjectSearchResult } from './ProjectSearchResult';

const result = {
  title: 'Permits',
  text: 'lodash, <img src=x onerror=alert(1)>',
  location: '/catalog/default/component/permits/open-source',
};

describe('PackagesSearchResult', () => {
  it('leads to the component, and shows its packages as text', async () => {
    const { container } = await renderScreen(
      <PackagesSearchResult result={result} />,
      { ospo: {} },
    );
    expect(
      await screen.findByRole('link', { name: 'Permits' }),
    ).toHaveAttribute('href', result.location);
    expect(screen.getByText(result.text)).toBeInTheDocument();
    expect(container.querySelector('img')).toBeNull();
  });

  it('marks what matched', async () => {
    await renderScreen(
      <PackagesSearchResult
        result={result}
        highlight={{
          preTag: '<tag>',
          postTag: '</tag>',
          fields: { text: '<tag>lodash</tag>, react' },
        }}
      />,
      { ospo: {} },
    );
    expect((await screen.findByText('lodash')).tagName).toBe('MARK');
  });

  it('shows the packages that matched, out of all that there are', async () => {
    await renderScreen(
      <PackagesSearchResult
        result={{ ...result, text: 'abbrev 1.0.0 MIT\nreact 19.0.0 MIT' }}
        highlight={{
          preTag: '<tag>',
          postTag: '</tag>',
          fields: { text: 'abbrev 1.0.0 MIT\n<tag>react</tag> 19.0.0 MIT' },
        }}
      />,
      { ospo: {} },
    );
    expect((await screen.findByText('react')).tagName).toBe('MARK');
    expect(screen.queryByText(/abbrev/)).toBeNull();
  });

  it('shows what a project says of itself beside what matched, each once', async () => {
    await renderScreen(
      <ProjectSearchResult
        result={{ ...result, text: 'Form fields\nJavaScript\nJavaScript' }}
        highlight={{
          preTag: '<tag>',
          postTag: '</tag>',
          fields: {
            text: 'Form fields\n<tag>JavaScript</tag>\n<tag>JavaScript</tag>',
          },
        }}
      />,
      { ospo: {} },
    );
    expect((await screen.findByText('JavaScript')).tagName).toBe('MARK');
    expect(screen.getByText(/Form fields/)).toHaveTextContent(
      'Form fields · JavaScript',
    );
  });

  it.each(['javascript:alert(1)', '//evil.example', 'data:text/html,x'])(
    'does not link to %s',
    async location => {
      await renderScreen(
        <PackagesSearchResult result={{ ...result, location }} />,
        { ospo: {} },
      );
      expect(await screen.findByText('Permits')).toBeInTheDocument();
      expect(screen.queryByRole('link')).toBeNull();
    },
  );

  it('takes documents of its own type only', () => {
    expect(
      isOspoSearchResult({ type: 'ospo-component-packages', document: result }),
    ).toBe(true);
    expect(
      isOspoSearchResult({ type: 'software-catalog', document: result }),
    ).toBe(false);
  });
});
