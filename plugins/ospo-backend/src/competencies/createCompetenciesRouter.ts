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
  coverageQuerySchema,
  EvidencePack,
  listCompetenciesQuerySchema,
  matchQuerySchema,
  noQuerySchema,
  whoCanHelpQuerySchema,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../shared/audited';
import { parseInput } from '../shared/parseInput';
import { sendCsv } from '../shared/sendCsv';
import { TaggedAnswers } from '../shared/TaggedAnswers';
import { AsCaller, CompetenciesService } from './CompetenciesService';
import { evidenceColumns, evidenceLines } from './evidence/evidenceCsv';

export interface CompetenciesRouterOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  competencies: CompetenciesService;
  now: () => Date;
}

/** The routes that tell of competencies; `docs/http-api.md` describes them. */
export function createCompetenciesRouter(
  options: CompetenciesRouterOptions,
): Router {
  const { httpAuth, auditor, competencies, now } = options;
  const router = PromiseRouter();
  const answers = TaggedAnswers.create({ now: () => now().getTime() });
  const asCaller = async (req: Request): Promise<AsCaller> => ({
    credentials: await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    }),
  });
  async function readPack(req: Request): Promise<EvidencePack> {
    const caller = await asCaller(req);
    parseInput(noQuerySchema, req.query);
    return audited(
      auditor,
      {
        eventId: 'evidence-read',
        request: req,
        severityLevel: 'low',
        meta: { subjectRef: 'all' },
      },
      () => competencies.getEvidencePack(caller),
    );
  }

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
  router.get('/competencies/help', async (req, res) => {
    const caller = await asCaller(req);
    const query = parseInput(whoCanHelpQuerySchema, req.query);
    res.json(await competencies.whoCanHelp(query, caller));
  });
  router.get('/competencies/coverage', async (req, res) => {
    const caller = await asCaller(req);
    const query = parseInput(coverageQuerySchema, req.query);
    const { map, isShared, ...state } = await competencies.lookAtCoverage(
      query,
      caller,
    );
    if (isShared) {
      const principal = 'core team';
      await answers.send(req, res, { ...state, principal, isShared }, () =>
        Promise.resolve(map()),
      );
    } else {
      res.json(map());
    }
  });
  router.get('/competencies/evidence-pack', async (req, res) => {
    const pack = await readPack(req);
    res.setHeader('Cache-Control', 'private, no-store');
    res.json(pack);
  });
  router.get('/competencies/evidence-pack.csv', async (req, res) => {
    const pack = await readPack(req);
    await sendCsv(res, {
      fileName: 'evidence-pack.csv',
      columns: evidenceColumns,
      readPage: async () => ({ items: evidenceLines(pack) }),
    });
  });
  return router;
}
