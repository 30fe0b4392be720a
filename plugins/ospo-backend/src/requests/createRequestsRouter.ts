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
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  commandRequestSchema,
  createRequestSchema,
  figuresQuerySchema,
  listGapsQuerySchema,
  listPrecedentsQuerySchema,
  listRequestsQuerySchema,
  noQuerySchema,
  OspoRequest,
  previewRequestSchema,
  requestPathSchema,
  routingQuerySchema,
  saveRequestSchema,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../shared/audited';
import { parseInput } from '../shared/parseInput';
import { CsvColumns, sendCsv } from '../shared/sendCsv';
import { readBody } from './readBody';
import { RequestsService } from './RequestsService';

export interface RequestsRouterOptions {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  requests: RequestsService;
}

/** Twice what an office is asked in five years. */
const MAX_CSV_ROWS = 100_000;

const requestColumns: CsvColumns<OspoRequest> = {
  number: request => request.number,
  title: request => request.title,
  type: request => request.typeId,
  state: request => request.state,
  outcome: request => request.outcome,
  confidentiality: request => request.confidentiality,
  requester: request => request.requesterRef,
  entity: request => request.subject.entityRef,
  package: request => request.subject.packageKey,
  licence: request => request.subject.licenceKey,
  created: request => request.createdAt,
  submitted: request => request.submittedAt,
  decided: request => request.decidedAt,
  due: request => request.doneDue,
  overdue: request => request.isOverdue,
  next: request => request.next.step,
  competencies: request =>
    request.workItems.map(({ competency }) => competency.ref).join(' '),
};

/** The routes of the slice; `docs/http-api.md` describes them. */
export function createRequestsRouter(options: RequestsRouterOptions): Router {
  const { auditor, requests } = options;
  const router = PromiseRouter();
  const as = async (req: Request) => ({
    credentials: await readCredentials(options.httpAuth, req),
  });

  router.get('/request-types', async (req, res) => {
    const caller = await as(req);
    parseInput(noQuerySchema, req.query);
    res.json(await requests.listRequestTypes(caller));
  });
  router.get('/requests', async (req, res) => {
    const caller = await as(req);
    const query = parseInput(listRequestsQuerySchema, req.query);
    res.json(await requests.listRequests(query, caller));
  });
  router.get('/requests.csv', async (req, res) => {
    const caller = await as(req);
    const query = parseInput(listRequestsQuerySchema, req.query);
    await sendCsv(res, {
      fileName: 'requests.csv',
      columns: requestColumns,
      maxRows: MAX_CSV_ROWS,
      readPage: cursor =>
        requests.listRequests({ ...query, cursor, limit: 200 }, caller),
    });
  });
  router.get('/requests/counts', async (req, res) => {
    const caller = await as(req);
    parseInput(noQuerySchema, req.query);
    res.json(await requests.countRequests(caller));
  });
  router.get('/requests/gaps', async (req, res) => {
    const caller = await as(req);
    const query = parseInput(listGapsQuerySchema, req.query);
    res.json(await requests.listGaps(query, caller));
  });
  router.get('/requests/figures', async (req, res) => {
    const caller = await as(req);
    const query = parseInput(figuresQuerySchema, req.query);
    res.json(await requests.getFigures(query, caller));
  });
  router.post('/requests/preview', async (req, res) => {
    const caller = await as(req);
    const body = parseInput(previewRequestSchema, await readBody(req, res));
    res.json(await requests.previewRequest(body, caller));
  });
  router.post('/requests', async (req, res) => {
    const caller = await as(req);
    const body = parseInput(createRequestSchema, await readBody(req, res));
    const created = await audited(
      auditor,
      {
        eventId: 'request-create',
        request: req,
        severityLevel: 'low',
        meta: { typeId: body.typeId },
      },
      () => requests.createRequest(body, caller),
    );
    res.status(201).json(created);
  });
  router.get('/requests/:id', async (req, res) => {
    const caller = await as(req);
    parseInput(noQuerySchema, req.query);
    const { id } = parseInput(requestPathSchema, req.params);
    res.json(await requests.getRequest(id, caller));
  });
  router.put('/requests/:id', async (req, res) => {
    const caller = await as(req);
    const { id } = parseInput(requestPathSchema, req.params);
    const body = parseInput(saveRequestSchema, await readBody(req, res));
    res.json(await requests.saveRequest(id, body, caller));
  });
  router.delete('/requests/:id', async (req, res) => {
    const caller = await as(req);
    const { id } = parseInput(requestPathSchema, req.params);
    await audited(
      auditor,
      {
        eventId: 'request-delete',
        request: req,
        severityLevel: 'low',
        meta: { id },
      },
      () => requests.deleteRequest(id, caller),
    );
    res.status(204).end();
  });
  router.post('/requests/:id/commands', async (req, res) => {
    const caller = await as(req);
    const { id } = parseInput(requestPathSchema, req.params);
    const body = parseInput(commandRequestSchema, await readBody(req, res));
    const { kind } = body.command;
    const changed = await audited(
      auditor,
      {
        eventId: 'request-command',
        request: req,
        severityLevel: 'medium',
        meta: { id, kind },
      },
      () => requests.commandRequest(id, body, caller),
    );
    res.json(changed);
  });
  router.get('/requests/:id/routing', async (req, res) => {
    const caller = await as(req);
    const { id: requestId } = parseInput(requestPathSchema, req.params);
    const { workItemId } = parseInput(routingQuerySchema, req.query);
    res.json(await requests.explainRouting({ requestId, workItemId }, caller));
  });
  router.get('/precedents', async (req, res) => {
    const caller = await as(req);
    const query = parseInput(listPrecedentsQuerySchema, req.query);
    res.json(await requests.listPrecedents(query, caller));
  });
  router.get('/precedents/:id', async (req, res) => {
    const caller = await as(req);
    const { id } = parseInput(requestPathSchema, req.params);
    res.json(await requests.getPrecedent(id, caller));
  });
  return router;
}

/** Who sent a request; everybody else is turned away before. */
function readCredentials(
  httpAuth: HttpAuthService,
  req: Request,
): Promise<BackstageCredentials> {
  return httpAuth.credentials(req, { allow: ['user', 'service'] });
}
