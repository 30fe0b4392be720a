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
  changesQuerySchema,
  licenceQuerySchema,
  listComponentPackagesQuerySchema,
  listComponentsQuerySchema,
  listLicencesQuerySchema,
  listPackagesQuerySchema,
  listPackageUsagesQuerySchema,
  listSnapshotsQuerySchema,
  listSourcesQuerySchema,
  noQuerySchema,
  packageQuerySchema,
  sbomPathSchema,
  searchQuerySchema,
  trendQuerySchema,
  uploadSbomQuerySchema,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../shared/audited';
import { parseInput } from '../shared/parseInput';
import { addCsvRoutes } from './addCsvRoutes';
import { createAnswer, readCredentials } from './createAnswer';
import { readComponent } from './readComponent';
import { abortWithSender, openSbomBody } from './sbomBody';
import { sendSbom } from './sendSbom';
import { UsageRouterOptions } from './UsageRouterOptions';

const COMPONENT = '/components/:kind/:namespace/:name';
const OUTCOME_STATUS = { stored: 201, unchanged: 200, 'not-current': 202 };

/** The routes of the slice; `docs/http-api.md` describes them. */
export function createUsageRouter(options: UsageRouterOptions): Router {
  const { httpAuth, auditor, usage, maxBytes } = options;
  const router = PromiseRouter();
  const answer = createAnswer(options);
  addCsvRoutes(router, options);

  router.get(
    '/overview',
    answer((req, caller) => {
      parseInput(noQuerySchema, req.query);
      return usage.getOverview(caller);
    }),
  );
  router.get(
    '/search',
    answer((req, caller) =>
      usage.search(parseInput(searchQuerySchema, req.query), caller),
    ),
  );
  router.get(
    '/facets',
    answer((req, caller) => {
      parseInput(noQuerySchema, req.query);
      return usage.getFacets(caller);
    }),
  );
  router.get(
    '/packages',
    answer((req, caller) =>
      usage.listPackages(
        parseInput(listPackagesQuerySchema, req.query),
        caller,
      ),
    ),
  );
  router.get(
    '/packages/by-purl',
    answer((req, caller) =>
      usage.getPackage(parseInput(packageQuerySchema, req.query), caller),
    ),
  );
  router.get(
    '/packages/by-purl/usages',
    answer((req, caller) =>
      usage.listPackageUsages(
        parseInput(listPackageUsagesQuerySchema, req.query),
        caller,
      ),
    ),
  );
  router.get(
    '/licences',
    answer((req, caller) =>
      usage.listLicences(
        parseInput(listLicencesQuerySchema, req.query),
        caller,
      ),
    ),
  );
  router.get(
    '/licences/by-key',
    answer((req, caller) =>
      usage.getLicence(parseInput(licenceQuerySchema, req.query), caller),
    ),
  );
  router.get(
    '/components',
    answer((req, caller) =>
      usage.listComponents(
        parseInput(listComponentsQuerySchema, req.query),
        caller,
      ),
    ),
  );
  // Without tag: it shows the state of sources and what this caller may do, which no generation counts.
  router.get(COMPONENT, async (req, res) => {
    const credentials = await readCredentials(httpAuth, req);
    parseInput(noQuerySchema, req.query);
    const of = readComponent(req.params);
    res.json(await usage.getComponent(of, { credentials }));
  });
  router.get(
    `${COMPONENT}/packages`,
    answer((req, caller) =>
      usage.listComponentPackages(
        readComponent(req.params),
        parseInput(listComponentPackagesQuerySchema, req.query),
        caller,
      ),
    ),
  );
  // Without tag: when a document was last seen changes without a new generation.
  router.get(`${COMPONENT}/snapshots`, async (req, res) => {
    const credentials = await readCredentials(httpAuth, req);
    const query = parseInput(listSnapshotsQuerySchema, req.query);
    const of = readComponent(req.params);
    res.json(await usage.listSnapshots(of, query, { credentials }));
  });
  router.get(
    `${COMPONENT}/changes`,
    answer((req, caller) =>
      usage.getChanges(
        readComponent(req.params),
        parseInput(changesQuerySchema, req.query),
        caller,
      ),
    ),
  );
  router.put(`${COMPONENT}/sboms`, async (req, res) => {
    const credentials = await readCredentials(httpAuth, req);
    const meta = {
      ...readComponent(req.params),
      ...parseInput(uploadSbomQuerySchema, req.query),
    };
    const open = () => openSbomBody(req, maxBytes);
    const signal = abortWithSender(req);
    const report = await audited(
      auditor,
      { eventId: 'sbom-receive', request: req, severityLevel: 'medium', meta },
      () => usage.receiveSbom({ ...meta, open, signal }, { credentials }),
    );
    res.status(OUTCOME_STATUS[report.outcome]).json(report);
  });
  router.get(`${COMPONENT}/sboms/:snapshotId`, async (req, res) => {
    const credentials = await readCredentials(httpAuth, req);
    const { snapshotId } = parseInput(sbomPathSchema, req.params);
    const meta = { ...readComponent(req.params), snapshotId };
    const sbom = await audited(
      auditor,
      { eventId: 'sbom-download', request: req, severityLevel: 'low', meta },
      () => usage.openSbom(meta, { credentials }),
    );
    await sendSbom(res, req.params.name, sbom);
  });
  router.get(
    '/coverage',
    answer((req, caller) => {
      parseInput(noQuerySchema, req.query);
      return usage.getCoverage(caller);
    }),
  );
  router.get(
    '/trends',
    answer((req, caller) =>
      usage.getTrend(parseInput(trendQuerySchema, req.query), caller),
    ),
  );
  router.get('/sources', async (req, res) => {
    const credentials = await readCredentials(httpAuth, req);
    const query = parseInput(listSourcesQuerySchema, req.query);
    res.json(await usage.listSources(query, { credentials }));
  });
  return router;
}
