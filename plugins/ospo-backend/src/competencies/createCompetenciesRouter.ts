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

import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  competencyQuerySchema,
  listCompetenciesQuerySchema,
  matchQuerySchema,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parseInput } from '../shared/parseInput';
import { AsCaller, CompetenciesService } from './CompetenciesService';

export interface CompetenciesRouterOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  competencies: CompetenciesService;
}

/** The routes that tell of competencies; `docs/http-api.md` describes them. */
export function createCompetenciesRouter(
  options: CompetenciesRouterOptions,
): Router {
  const { httpAuth, competencies } = options;
  const router = PromiseRouter();
  const asCaller = async (req: Request): Promise<AsCaller> => ({
    credentials: await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    }),
  });

  router.get('/competencies', async (req, res) => {
    const caller = await asCaller(req);
    const query = parseInput(listCompetenciesQuerySchema, req.query);
    res.json(await competencies.listCompetencies(query, caller));
  });
  router.get('/competencies/by-ref', async (req, res) => {
    const caller = await asCaller(req);
    const query = parseInput(competencyQuerySchema, req.query);
    res.json(await competencies.getCompetency(query, caller));
  });
  router.get('/competencies/match', async (req, res) => {
    const caller = await asCaller(req);
    const query = parseInput(matchQuerySchema, req.query);
    res.json(await competencies.matchCompetencies(query, caller));
  });
  return router;
}
