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
  addAbsenceSchema,
  addAgreementSchema,
  addEvidenceSchema,
  addRotaTurnSchema,
  confirmationSchema,
  listAbsencesQuerySchema,
  listAgreementsQuerySchema,
  listEvidenceQuerySchema,
  listRotaQuerySchema,
  noQuerySchema,
  personSchema,
  recordPathSchema,
  saveProfileSchema,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../shared/audited';
import { jsonBody } from '../shared/jsonBody';
import { parseInput } from '../shared/parseInput';
import { PeopleService } from './PeopleService';
import { RecordsService } from './RecordsService';

export interface PeopleRouterOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  people: PeopleService;
  records: RecordsService;
}

/** The routes that are about people; `docs/http-api.md` describes them. Every change and every look at evidence is audited. */
export function createPeopleRouter(options: PeopleRouterOptions): Router {
  const { httpAuth, auditor, people, records } = options;
  const router = PromiseRouter();
  const body = jsonBody();

  async function asCaller(req: Request) {
    return {
      credentials: await httpAuth.credentials(req, {
        allow: ['user', 'service'],
      }),
    };
  }
  const id = (req: Request) => parseInput(recordPathSchema, req.params).id;
  function audit<T>(
    eventId: string,
    request: Request,
    meta: Record<string, string | undefined>,
    work: () => Promise<T>,
  ): Promise<T> {
    return audited(
      auditor,
      {
        eventId,
        request,
        severityLevel: eventId.endsWith('-read') ? 'low' : 'medium',
        meta,
      },
      work,
    );
  }

  router.get('/me/profile', async (req, res) => {
    const caller = await asCaller(req);
    parseInput(noQuerySchema, req.query);
    res.json(await people.getMyProfile(caller));
  });
  router.put('/me/profile', body, async (req, res) => {
    const caller = await asCaller(req);
    const profile = parseInput(saveProfileSchema, req.body);
    res.json(
      await audit('profile-save', req, {}, () =>
        people.saveMyProfile(profile, caller),
      ),
    );
  });
  router.delete('/me/profile', async (req, res) => {
    const caller = await asCaller(req);
    await audit('profile-delete', req, {}, () =>
      people.deleteMyProfile(caller),
    );
    res.status(204).end();
  });
  router.get('/me/export', async (req, res) => {
    const caller = await asCaller(req);
    parseInput(noQuerySchema, req.query);
    const data = await audit('person-export', req, {}, () =>
      people.exportMyData(caller),
    );
    res.setHeader('Content-Disposition', 'attachment; filename="my-data.json"');
    res.setHeader('Cache-Control', 'private, no-store');
    res.json(data);
  });
  router.post('/people/erase', body, async (req, res) => {
    const caller = await asCaller(req);
    const person = parseInput(personSchema, req.body);
    // The log does not name who was erased: it would be what remains of them.
    res.json(
      await audit('person-erase', req, {}, () =>
        people.erasePerson(person, caller),
      ),
    );
  });
  router.post('/competencies/confirmations', body, async (req, res) => {
    const caller = await asCaller(req);
    const confirmation = parseInput(confirmationSchema, req.body);
    const { confidential = false, ...meta } = confirmation;
    await audit(
      'profile-confirm',
      req,
      { ...meta, confidential: String(confidential) },
      () => people.confirmProfileEntry(confirmation, caller),
    );
    res.status(204).end();
  });

  router.get('/absences', async (req, res) => {
    const caller = await asCaller(req);
    const query = parseInput(listAbsencesQuerySchema, req.query);
    res.json(await records.listAbsences(query, caller));
  });
  router.post('/absences', body, async (req, res) => {
    const caller = await asCaller(req);
    const absence = parseInput(addAbsenceSchema, req.body);
    const { providerRef } = absence;
    const added = await audit('absence-add', req, { providerRef }, () =>
      records.addAbsence(absence, caller),
    );
    res.status(201).json(added);
  });
  router.delete('/absences/:id', async (req, res) => {
    const caller = await asCaller(req);
    await audit('absence-remove', req, { id: id(req) }, () =>
      records.removeAbsence(id(req), caller),
    );
    res.status(204).end();
  });

  router.get('/agreements', async (req, res) => {
    const caller = await asCaller(req);
    const query = parseInput(listAgreementsQuerySchema, req.query);
    res.json(await records.listAgreements(query, caller));
  });
  router.post('/agreements', body, async (req, res) => {
    const caller = await asCaller(req);
    const agreement = parseInput(addAgreementSchema, req.body);
    const { providerRef, competencyRef } = agreement;
    const added = await audit(
      'agreement-add',
      req,
      { providerRef, competencyRef },
      () => records.addAgreement(agreement, caller),
    );
    res.status(201).json(added);
  });
  router.delete('/agreements/:id', async (req, res) => {
    const caller = await asCaller(req);
    await audit('agreement-remove', req, { id: id(req) }, () =>
      records.removeAgreement(id(req), caller),
    );
    res.status(204).end();
  });

  router.get('/evidence', async (req, res) => {
    const caller = await asCaller(req);
    const query = parseInput(listEvidenceQuerySchema, req.query);
    res.setHeader('Cache-Control', 'private, no-store');
    res.json(
      await audit('evidence-read', req, { ...query }, () =>
        records.listEvidence(query, caller),
      ),
    );
  });
  router.post('/evidence', body, async (req, res) => {
    const caller = await asCaller(req);
    const evidence = parseInput(addEvidenceSchema, req.body);
    const { subjectRef, competencyRef } = evidence;
    const added = await audit(
      'evidence-add',
      req,
      { subjectRef, competencyRef },
      () => records.addEvidence(evidence, caller),
    );
    res.status(201).json(added);
  });
  router.delete('/evidence/:id', async (req, res) => {
    const caller = await asCaller(req);
    await audit('evidence-remove', req, { id: id(req) }, () =>
      records.removeEvidence(id(req), caller),
    );
    res.status(204).end();
  });

  router.get('/rota', async (req, res) => {
    const caller = await asCaller(req);
    const query = parseInput(listRotaQuerySchema, req.query);
    res.json(await records.listRota(query, caller));
  });
  router.post('/rota', body, async (req, res) => {
    const caller = await asCaller(req);
    const turn = parseInput(addRotaTurnSchema, req.body);
    const { providerRef, competencyRef } = turn;
    const added = await audit(
      'rota-add',
      req,
      { providerRef, competencyRef },
      () => records.addRotaTurn(turn, caller),
    );
    res.status(201).json(added);
  });
  router.delete('/rota/:id', async (req, res) => {
    const caller = await asCaller(req);
    await audit('rota-remove', req, { id: id(req) }, () =>
      records.removeRotaTurn(id(req), caller),
    );
    res.status(204).end();
  });
  return router;
}
