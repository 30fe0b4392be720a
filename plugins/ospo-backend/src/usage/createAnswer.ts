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

import {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { Request, RequestHandler } from 'express';
import { TaggedAnswers } from '../shared/TaggedAnswers';
import { Caller, principalKey } from './access/Caller';
import { Generation } from './queries/Generation';
import { UsageService } from './UsageService';

/** Computes an answer for a caller whose reading was checked. */
export type Ask = (req: Request, caller: Caller) => Promise<unknown>;

/** Who sent a request; everybody else is turned away before. */
export function readCredentials(
  httpAuth: HttpAuthService,
  req: Request,
): Promise<BackstageCredentials> {
  return httpAuth.credentials(req, { allow: ['user', 'service'] });
}

/**
 * Handlers that answer JSON and keep an entity tag: of the store's generation, of what the caller sees, of the day
 * (on which it depends what is stale) and of the address.
 */
export function createAnswer(options: {
  httpAuth: HttpAuthService;
  usage: UsageService;
  generation: Generation;
  now: () => Date;
}): (ask: Ask) => RequestHandler {
  const { httpAuth, usage, now } = options;
  const answers = TaggedAnswers.create({ now: () => now().getTime() });
  return ask => async (req, res) => {
    const credentials = await readCredentials(httpAuth, req);
    const principal = principalKey(credentials);
    const generation = await options.generation.current();
    if (answers.sendUnchanged(req, res, { principal, generation })) {
      return;
    }
    const { caller, fingerprint, seesAll } = await usage.look(
      { credentials },
      req.query,
    );
    const day = now().toISOString().slice(0, 10);
    await answers.send(
      req,
      res,
      {
        principal,
        generation,
        scope: `${fingerprint} ${day}`,
        isShared: seesAll,
      },
      () => ask(req, caller),
    );
  };
}
