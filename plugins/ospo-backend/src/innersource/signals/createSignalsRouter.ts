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

import { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { OfficeCallers } from '../../access';
import { readPushBody } from './push/readPushBody';
import { SignalsService } from './SignalsService';

/** `/innersource/signals` */
export function createSignalsRouter(options: {
  callers: OfficeCallers;
  httpAuth: HttpAuthService;
  service: SignalsService;
}): Router {
  const { callers, httpAuth, service } = options;
  const router = PromiseRouter();

  router.get('/innersource/signals', async (req, res) => {
    const caller = await callers.enter(
      await httpAuth.credentials(req, { allow: ['user', 'service'] }),
    );
    res.json(await service.getOverview(caller));
  });

  router.post('/innersource/signals', async (req, res) => {
    const caller = await callers.enter(
      await httpAuth.credentials(req, { allow: ['user', 'service'] }),
    );
    service.requireSender(caller);
    const body = await readPushBody(req);
    const items = await service.push(body, caller);
    const [only] = items;
    if (body.isSingle && only.outcome === 'refused') {
      throw new InputError(only.reason ?? 'The row cannot be used');
    }
    if (body.isSingle && only.outcome === 'not-found') {
      throw new NotFoundError(only.reason ?? 'There is no such project');
    }
    res.json({ items });
  });

  return router;
}
