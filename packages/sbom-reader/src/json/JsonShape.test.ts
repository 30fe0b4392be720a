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

import { JsonShape } from './JsonShape';

interface Pair {
  first?: string;
  second?: string;
}

describe('JsonShape', () => {
  const values = ['x', 'y', 'z'] as unknown as ArrayLike<never>;

  it('makes an object of values in their places', () => {
    const shape = JsonShape.create<Pair>((v, i) => ({
      first: v[i],
      second: v[i + 1],
    }));
    expect(shape.size).toBe(2);
    expect(shape.makeObject(values, 1)).toEqual({ first: 'y', second: 'z' });
  });

  it('puts the values in where that is left to it', () => {
    const shape = JsonShape.create<Pair>(() => ({
      first: undefined,
      second: undefined,
    }));
    expect(shape.makeObject(values, 0)).toEqual({ first: 'x', second: 'y' });
  });

  it('refuses to be written with its places in another order', () => {
    expect(() =>
      JsonShape.create<Pair>((v, i) => ({ first: v[i], second: v[i] })),
    ).toThrow('Not in the order of the properties: first, second');
  });
});
