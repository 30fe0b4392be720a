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

import { useSyncExternalStore } from 'react';
import {
  TranslationApi,
  translationApiRef,
  TranslationFunction,
  TranslationRef,
  TranslationSnapshot,
  useApi,
} from '@backstage/frontend-plugin-api';

/** A list shows a few hundred of them; all are made anew when there were more. */
const MAX_TEXTS = 2_000;

/** What somebody has translated; the keys are only known to the types. */
type Messages = Record<string, string>;

/** The texts of one ref, for everybody who shows some. */
class SharedTexts {
  readonly #api: TranslationApi;
  readonly #ref: TranslationRef<string, Messages>;
  readonly #listeners = new Set<() => void>();
  #snapshot: TranslationSnapshot<Messages>;
  /** Ends when they are loaded, or cannot be. */
  readonly #loading: Promise<void>;

  constructor(api: TranslationApi, ref: TranslationRef<string, Messages>) {
    this.#api = api;
    this.#ref = ref;
    this.#snapshot = remembering(api.getTranslation(ref));
    this.#loading = new Promise(resolve => {
      // For as long as the portal is open, as its translations are.
      api.translation$(ref).subscribe({
        next: snapshot => {
          if (snapshot.ready) {
            this.#replace(snapshot);
            resolve();
          }
        },
        error: () => {
          this.#replace(this.#api.getTranslation(this.#ref));
          resolve();
        },
      });
    });
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly get = () => this.#snapshot;

  whenLoaded(): Promise<void> {
    return this.#loading;
  }

  #replace(snapshot: TranslationSnapshot<Messages>): void {
    this.#snapshot = remembering(snapshot);
    this.#listeners.forEach(listener => listener());
  }
}

const shared = new WeakMap<TranslationApi, Map<string, SharedTexts>>();

/**
 * Backstage's hook of the same name, for what lists hold many of. That one makes functions of its own for each component
 * and draws it a second time as it mounts; this one shares them, and remembers texts. Failures
 * are reported by Backstage's, which the page around a list uses.
 */
export function useTranslationRef<
  TMessages extends { [key in string]: string },
>(
  translationRef: TranslationRef<string, TMessages>,
): { t: TranslationFunction<TMessages> } {
  const texts = textsOf(useApi(translationApiRef), translationRef);
  const snapshot = useSyncExternalStore(texts.subscribe, texts.get);
  if (!snapshot.ready) {
    throw texts.whenLoaded();
  }
  // Made of this very ref, which the types of the API do not tell once it is kept.
  return snapshot as unknown as { t: TranslationFunction<TMessages> };
}

function textsOf<TMessages extends { [key in string]: string }>(
  api: TranslationApi,
  ref: TranslationRef<string, TMessages>,
): SharedTexts {
  const known = shared.get(api) ?? new Map<string, SharedTexts>();
  shared.set(api, known);
  const texts =
    known.get(ref.id) ??
    new SharedTexts(api, ref as TranslationRef<string, Messages>);
  known.set(ref.id, texts);
  return texts;
}

function remembering(
  snapshot: TranslationSnapshot<Messages>,
): TranslationSnapshot<Messages> {
  if (!snapshot.ready) {
    return snapshot;
  }
  const { t } = snapshot;
  const known = new Map<string, string>();
  const remember = (key: string, options?: Record<string, unknown>) => {
    const name = nameOf(key, options);
    if (name === undefined) {
      return Reflect.apply(t, undefined, [key, options]);
    }
    let text = known.get(name);
    if (text === undefined) {
      text = String(
        Reflect.apply(t, undefined, options ? [key, options] : [key]),
      );
      if (known.size >= MAX_TEXTS) {
        known.clear();
      }
      known.set(name, text);
    }
    return text;
  };
  return { ready: true, t: remember as TranslationFunction<Messages> };
}

/** What a text depends on; undefined when more than words and numbers is put into it. */
function nameOf(
  key: string,
  options: Record<string, unknown> | undefined,
): string | undefined {
  if (options === undefined) {
    return key;
  }
  const isPlain = Object.values(options).every(
    value => typeof value === 'string' || typeof value === 'number',
  );
  return isPlain ? `${key} ${JSON.stringify(options)}` : undefined;
}
