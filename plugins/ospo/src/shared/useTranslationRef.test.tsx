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

import { Suspense } from 'react';
import {
  createTranslationRef,
  TranslationApi,
  translationApiRef,
  TranslationSnapshot,
} from '@backstage/frontend-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { act, render, screen } from '@testing-library/react';
import { useTranslationRef } from './useTranslationRef';

const ref = createTranslationRef({
  id: 'test',
  messages: { hello: 'Hello', named: 'Hello {{name}}' },
});

type Snapshot = TranslationSnapshot<Record<string, string>>;
type Translate = Extract<Snapshot, { ready: true }>['t'];

/** Translations that come when the test says so. */
class LaterTranslations {
  asked: string[] = [];
  #tell: (snapshot: Snapshot) => void = () => {};

  readonly api = {
    getTranslation: () => ({ ready: false }),
    translation$: () => ({
      subscribe: (observer: { next: (snapshot: Snapshot) => void }) => {
        this.#tell = observer.next;
        return { unsubscribe: () => {} };
      },
    }),
    // As much of the API as is asked for.
  } as unknown as TranslationApi;

  async come(hello: string): Promise<void> {
    const t = (key: string, options?: { name: string }) => {
      this.asked.push(key);
      return options ? `${hello} ${options.name}` : hello;
    };
    await act(async () => this.#tell({ ready: true, t: t as Translate }));
  }
}

describe('useTranslationRef', () => {
  it('waits for texts, gives them to all with one drawing, asks once for each, and follows the language', async () => {
    const translations = new LaterTranslations();
    let drawn = 0;
    const Text = () => {
      const { t } = useTranslationRef(ref);
      drawn++;
      return (
        <p>
          {t('hello')}, {t('named', { name: 'Ek' })}
        </p>
      );
    };
    render(
      <TestApiProvider apis={[[translationApiRef, translations.api]]}>
        <Suspense fallback="waiting">
          <Text />
          <Text />
        </Suspense>
      </TestApiProvider>,
    );
    expect(screen.getByText('waiting')).toBeInTheDocument();

    await translations.come('Hello');
    expect(screen.getAllByText('Hello, Hello Ek')).toHaveLength(2);
    expect(drawn).toBe(2);
    expect(translations.asked).toEqual(['hello', 'named']);

    await translations.come('Hej');
    expect(screen.getAllByText('Hej, Hej Ek')).toHaveLength(2);
    expect(drawn).toBe(4);
  });
});
