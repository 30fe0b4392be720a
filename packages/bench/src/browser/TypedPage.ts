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

import type { Locator, Page } from '@playwright/test';

const SETTLED_MS = 600;
const LIMIT_MS = 120_000;

/** What the page itself notes of a key. */
interface Typing {
  key?: number;
  changed?: number;
  painted?: number;
}

declare global {
  interface Window {
    benchTyping?: Typing;
  }
}

/** A page with a list that follows what is typed into a field. */
export class TypedPage {
  readonly #page: Page;
  readonly #field: Locator;

  private constructor(page: Page, field: Locator) {
    this.#page = page;
    this.#field = field;
  }

  /** `list` names what is painted anew: the rows, and how many there are. */
  static async of(options: {
    page: Page;
    field: Locator;
    list: string;
  }): Promise<TypedPage> {
    const { page, field, list } = options;
    await page.evaluate(watchList, list);
    return new TypedPage(page, field);
  }

  /**
   * Milliseconds from the key until the list that it leads to is painted; undefined when the key changes nothing in
   * the list. All is timed in the page, between its own event and the frame in which the last change was drawn.
   */
  async press(key: string): Promise<number | undefined> {
    await this.#field.focus();
    await this.#page.evaluate(() => {
      window.benchTyping = {};
    });
    await this.#page.keyboard.press(key);
    // Whatever the key leads to has come when nothing changed for a while.
    await this.#page.waitForFunction(
      settledMs => {
        const { key: pressed, changed, painted } = window.benchTyping ?? {};
        const last = Math.max(pressed ?? Infinity, changed ?? 0, painted ?? 0);
        return performance.now() - last > settledMs;
      },
      SETTLED_MS,
      { timeout: LIMIT_MS, polling: 100 },
    );
    const { key: pressed = NaN, painted } = await this.#page.evaluate(
      () => window.benchTyping ?? {},
    );
    return painted === undefined ? undefined : painted - pressed;
  }
}

/** Runs in the page. */
function watchList(list: string): void {
  const isOfList = (node: Node) =>
    node instanceof Element
      ? node.closest(list) !== null || node.querySelector(list) !== null
      : node.parentElement?.closest(list) !== null;
  document.addEventListener(
    'keydown',
    event => {
      window.benchTyping = { key: event.timeStamp };
    },
    { capture: true },
  );
  new MutationObserver(records => {
    const typing = window.benchTyping;
    if (
      !typing?.key ||
      !records.some(
        ({ target, addedNodes, removedNodes }) =>
          (target instanceof Element
            ? target.closest(list)
            : target.parentElement?.closest(list)) ||
          [...addedNodes, ...removedNodes].some(isOfList),
      )
    ) {
      return;
    }
    typing.changed = performance.now();
    requestAnimationFrame(() => {
      // Handled once the frame that this callback belongs to has been drawn.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        typing.painted = performance.now();
      };
      port2.postMessage(undefined);
    });
  }).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
  });
}
