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
  listProjectsQuerySchema,
  noQuerySchema,
  overlapQuerySchema,
  projectFiltersSchema,
  projectQuerySchema,
  projectsCsvQuerySchema,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../shared/audited';
import { jsonBody } from '../shared/jsonBody';
import { parseInput } from '../shared/parseInput';
import { sendCsv } from '../shared/sendCsv';
import { AsCaller, InnerSourceService } from './InnerSourceService';
import { projectColumns } from './queries/projectsCsv';

/** Rows that a file is written of at once. */
const CSV_PAGE = 500;

export interface InnerSourceRouterOptions {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  innerSource: InnerSourceService;
}

/** The routes that tell of inner-source projects; `docs/http-api.md` describes them. */
export function createInnerSourceRouter(
  options: InnerSourceRouterOptions,
): Router {
  const { auditor, httpAuth, innerSource } = options;
  const router = PromiseRouter();
  const asCaller = async (req: Request): Promise<AsCaller> => ({
    credentials: await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    }),
  });

  router.get('/innersource/projects', async (req, res) => {
    const caller = await asCaller(req);
    const query = parseInput(listProjectsQuerySchema, req.query);
    res.json(await innerSource.listProjects(query, caller));
  });
  router.get('/innersource/facets', async (req, res) => {
    const caller = await asCaller(req);
    const query = parseInput(projectFiltersSchema, req.query);
    res.json(await innerSource.getProjectFacets(query, caller));
  });
  router.get('/innersource/projects/by-ref', async (req, res) => {
    const caller = await asCaller(req);
    const query = parseInput(projectQuerySchema, req.query);
    res.json(await innerSource.getProject(query, caller));
  });
  router.get('/innersource/projects.csv', async (req, res) => {
    const caller = await asCaller(req);
    const query = parseInput(projectsCsvQuerySchema, req.query);
    await sendCsv(res, {
      fileName: 'inner-source-projects.csv',
      columns: projectColumns,
      readPage: cursor =>
        innerSource.listProjects({ ...query, cursor, limit: CSV_PAGE }, caller),
    });
  });
  router.get('/innersource/projects/publiccode.yml', async (req, res) => {
    const caller = await asCaller(req);
    const query = parseInput(projectQuerySchema, req.query);
    const file = await innerSource.getPubliccode(query, caller);
    res.setHeader('Content-Type', 'application/yaml; charset=utf-8');
    res.setHeader(
      'Content-Disposition',
      'attachment; filename="publiccode.yml"',
    );
    res.setHeader('X-Content-Type-Options', 'nosniff');
    res.setHeader('Cache-Control', 'private, no-store');
    res.send(file);
  });
  router.get('/innersource/projects/badge.svg', async (req, res) => {
    const caller = await asCaller(req);
    const query = parseInput(projectQuerySchema, req.query);
    const picture = await innerSource.getBadge(query, caller);
    res.setHeader('Content-Type', 'image/svg+xml; charset=utf-8');
    res.setHeader('Content-Security-Policy', "default-src 'none'");
    res.setHeader('X-Content-Type-Options', 'nosniff');
    res.setHeader('Cache-Control', 'private, max-age=300');
    res.send(picture);
  });
  router.get('/innersource/for-me', async (req, res) => {
    const caller = await asCaller(req);
    parseInput(noQuerySchema, req.query);
    res.setHeader('Cache-Control', 'private, no-store');
    res.json(await innerSource.getSuggestions(caller));
  });
  router.get('/innersource/overlap', async (req, res) => {
    const caller = await asCaller(req);
    const query = parseInput(overlapQuerySchema, req.query);
    res.json(await innerSource.findOverlap(query, caller));
  });
  router.get('/innersource/repos.json', async (req, res) => {
    const caller = await asCaller(req);
    parseInput(noQuerySchema, req.query);
    res.setHeader('Cache-Control', 'private, no-cache');
    res.json(await innerSource.listReposJson(caller));
  });
  router.post('/innersource/projects/refresh', jsonBody(), async (req, res) => {
    const caller = await asCaller(req);
    const project = parseInput(projectQuerySchema, req.body);
    const detail = await audited(
      auditor,
      {
        eventId: 'innersource-refresh',
        request: req,
        severityLevel: 'low',
        meta: { ref: project.ref },
      },
      () => innerSource.refreshProject(project, caller),
    );
    res.json(detail);
  });
  return router;
}
