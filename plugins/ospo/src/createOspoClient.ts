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

import type { OspoApi } from '@ospo-suite/backstage-plugin-ospo-react';
import type { CreateOspoClientOptions } from './createLoadedOspoClient';

/** Parts of the API that hold methods of their own. */
const slices = ['competencies', 'innersource', 'requests'] as const;

/** The client of both frontend systems. An app makes it at start-up; its code comes with the first question. */
export function createOspoClient(options: CreateOspoClientOptions): OspoApi {
  let client: Promise<OspoApi> | undefined;
  const load = () => {
    client ??= import('./createLoadedOspoClient').then(
      m => m.createLoadedOspoClient(options),
      error => {
        // A file that could not be fetched may be there the next time.
        client = undefined;
        throw error;
      },
    );
    return client;
  };
  return Object.assign(
    deferred(load),
    ...slices.map(slice => ({
      [slice]: deferred(async () => (await load())[slice]),
    })),
  );
}

/** An object whose methods are those of another that is still to come. */
function deferred<T extends object>(load: () => Promise<T>): T {
  return new Proxy({} as T, {
    get: (own, name) =>
      // Whoever awaits the object itself asks whether it is a promise.
      name in own || name === 'then'
        ? Reflect.get(own, name)
        : async (...parameters: unknown[]) => {
            const target = await load();
            // A name of an API is the name of one of its methods.
            const method = Reflect.get(target, name) as (
              ...all: unknown[]
            ) => unknown;
            return method.apply(target, parameters);
          },
  });
}
