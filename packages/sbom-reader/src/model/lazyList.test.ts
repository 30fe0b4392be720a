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

import { lazyList } from './lazyList';

describe('lazyList', () => {
  const list = lazyList(3, index => ({ number: index }));
  const whole = [{ number: 0 }, { number: 1 }, { number: 2 }];

  it('is read as an array is', () => {
    expect(Array.isArray(list)).toBe(true);
    expect(list.length).toBe(3);
    expect(list[1]).toEqual({ number: 1 });
    expect(list.at(-1)).toEqual({ number: 2 });
    expect([...list]).toEqual(whole);
    expect(list).toEqual(whole);
    expect(list.map(({ number }) => number)).toEqual([0, 1, 2]);
    expect(list.filter(({ number }) => number > 0)).toHaveLength(2);
    expect(list.slice(1)).toEqual(whole.slice(1));
    expect(list.concat(whole)).toHaveLength(6);
    expect(Object.keys(list)).toEqual(['0', '1', '2']);
    expect(JSON.stringify(list)).toBe(JSON.stringify(whole));
  });

  it('has nothing beside its elements', () => {
    const anyList: Record<string, unknown> = Object.assign(
      Object.create(list),
      {},
    );
    for (const key of ['3', '-1', '1.5', '', 'x', '1x']) {
      expect(anyList[key]).toBeUndefined();
      expect(key in list).toBe(false);
    }
    expect('2' in list).toBe(true);
  });

  it('makes an element when it is asked for, and no other', () => {
    const asked: number[] = [];
    const watched = lazyList(1000, index => asked.push(index));
    expect(watched.length).toBe(1000);
    expect(watched[7]).toBe(1);
    expect(watched[7]).toBe(2);
    expect(asked).toEqual([7, 7]);
  });

  it('cannot be changed', () => {
    const changeable = list as { number: number }[];
    expect(() => changeable.push({ number: 3 })).toThrow(TypeError);
    expect(() => {
      changeable[0] = { number: 9 };
    }).toThrow(TypeError);
    expect(() => changeable.sort()).toThrow(TypeError);
    expect(() => changeable.splice(0, 1)).toThrow(TypeError);
    expect(list).toEqual(whole);
  });
});
