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

import { readLink } from './readLink';

it('finds the next and the last page', () => {
  expect(
    readLink(
      '<https://api.example/x?page=2&a=b,c>; rel="next", <https://api.example/x?page=9>; rel="last"',
    ),
  ).toEqual({
    next: 'https://api.example/x?page=2&a=b,c',
    last: 'https://api.example/x?page=9',
  });
});

it.each(['', 'nonsense', '<>; rel="next"', '<https://a.example>; rel="prev"'])(
  'finds nothing in %j',
  header => {
    expect(readLink(header)).toEqual({});
  },
);

it('is not slowed down by a long header', () => {
  expect(readLink('<a;'.repeat(100_000))).toEqual({});
});
