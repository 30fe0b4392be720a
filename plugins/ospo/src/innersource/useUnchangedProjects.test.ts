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

import { renderHook } from '@testing-library/react';
import { aProject } from '../__testUtils__/projectBuilders';
import { useUnchangedProjects } from './useUnchangedProjects';

describe('useUnchangedProjects', () => {
  it('hands on the same objects for what is the same, and new ones for what is not', () => {
    const { result } = renderHook(() => useUnchangedProjects());
    const unchanged = result.current;
    const first = { items: [aProject(), aProject({ ref: 'api:default/b' })] };
    const shown = unchanged(first);
    expect(shown).toEqual(first);
    expect(unchanged(first)).toBe(shown);

    const second = {
      items: [aProject({ ref: 'api:default/b', title: 'New' }), aProject()],
      nextCursor: 'next',
    };
    const then = unchanged(second);
    expect(then).toEqual(second);
    expect(then.items[0]).not.toBe(shown.items[1]);
    expect(then.items[1]).toBe(shown.items[0]);
  });
});
