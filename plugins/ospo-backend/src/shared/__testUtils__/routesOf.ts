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

import { Router } from 'express';

/** Every route of a live router, as `GET /path`. */
export function routesOf(router: Router): string[] {
  return router.stack.flatMap(layer => {
    if (!layer.route) {
      throw new Error(
        `The router holds '${layer.name}', which is no route; the matrix cannot see into it`,
      );
    }
    const { path, stack } = layer.route;
    const methods = new Set(stack.map(handler => handler.method.toUpperCase()));
    return [...methods].map(method => `${method} ${path}`);
  });
}
