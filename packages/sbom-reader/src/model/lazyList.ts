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

const ZERO = 0x30;
const NINE = 0x39;

/** An array that cannot be changed and whose elements are made each time they are asked for. */
export function lazyList<T>(
  length: number,
  elementAt: (index: number) => T,
): readonly T[] {
  const indexOf = (key: string | symbol): number | undefined => {
    if (typeof key === 'symbol') {
      return undefined;
    }
    const first = key.charCodeAt(0);
    if (!(first >= ZERO && first <= NINE)) {
      return undefined;
    }
    const index = Number(key);
    return Number.isInteger(index) && index < length ? index : undefined;
  };
  const refuse = () => false;
  return new Proxy<T[]>(new Array(length), {
    get(target, key) {
      const index = indexOf(key);
      return index === undefined ? Reflect.get(target, key) : elementAt(index);
    },
    has(target, key) {
      return indexOf(key) !== undefined || Reflect.has(target, key);
    },
    getOwnPropertyDescriptor(target, key) {
      const index = indexOf(key);
      return index === undefined
        ? Reflect.getOwnPropertyDescriptor(target, key)
        : {
            value: elementAt(index),
            writable: false,
            enumerable: true,
            configurable: true,
          };
    },
    ownKeys() {
      return [...Array.from({ length }, (_, index) => `${index}`), 'length'];
    },
    set: refuse,
    defineProperty: refuse,
    deleteProperty: refuse,
  });
}
