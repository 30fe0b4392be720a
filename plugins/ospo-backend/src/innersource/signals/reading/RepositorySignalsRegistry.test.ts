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

import { RepositorySignals } from '@ospo-suite/backstage-plugin-ospo-node';
import { RepositorySignalsRegistry } from './RepositorySignalsRegistry';

const REPOSITORY = { host: 'local', slug: 'shop', url: 'file:///srv/shop' };

function aSource(fields: Partial<RepositorySignals>): RepositorySignals {
  return {
    id: 'files',
    parts: ['files'],
    reads: ({ host }) => host === 'local',
    budgetKey: ({ host }) => host,
    read: async () => {
      throw new Error('nobody asked it to read');
    },
    ...fields,
  };
}

describe('RepositorySignalsRegistry', () => {
  it('reads from a repository as soon as one source does, whatever it tells', () => {
    const sources = RepositorySignalsRegistry.create();
    sources.addRepositorySignals(aSource({}));

    expect(sources.reads(REPOSITORY)).toBe(true);
    expect(sources.tells(REPOSITORY, 'files')).toBe(true);
    expect(sources.tells(REPOSITORY, 'commits')).toBe(false);
    expect(sources.reads({ ...REPOSITORY, host: 'git.example.org' })).toBe(
      false,
    );
  });

  it('goes without a source that throws', () => {
    const sources = RepositorySignalsRegistry.create();
    sources.addRepositorySignals(
      aSource({
        reads: () => {
          throw new Error('no such host');
        },
      }),
    );
    expect(sources.reads(REPOSITORY)).toBe(false);
  });

  it.each(['push', 'Git', 'a b'])('takes no source by the id %s', id => {
    expect(() =>
      RepositorySignalsRegistry.create().addRepositorySignals(aSource({ id })),
    ).toThrow('cannot be the id of a source');
  });

  it('takes each id once', () => {
    const sources = RepositorySignalsRegistry.create();
    sources.addRepositorySignals(aSource({}));
    expect(() => sources.addRepositorySignals(aSource({}))).toThrow(
      'remove one of the two modules',
    );
  });
});
