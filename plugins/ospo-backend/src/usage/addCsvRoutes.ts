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
  listComponentPackagesQuerySchema,
  listComponentsQuerySchema,
  listLicencesQuerySchema,
  listPackagesQuerySchema,
  listPackageUsagesQuerySchema,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Request, RequestHandler, Router } from 'express';
import { parseInput } from '../shared/parseInput';
import { CsvColumns, sendCsv } from '../shared/sendCsv';
import { Caller } from './access/Caller';
import { readCredentials } from './createAnswer';
import { readComponent } from './readComponent';
import {
  componentColumns,
  componentPackageColumns,
  licenceColumns,
  packageColumns,
  usageColumns,
} from './usageCsv';
import { UsageRouterOptions } from './UsageRouterOptions';

/** Rows read at a time. */
const PAGE = 200;

interface Export<Query, T> {
  fileName: string;
  columns: CsvColumns<T>;
  parse: (req: Request) => Query;
  read: (
    req: Request,
    query: Query & { cursor?: string; limit: number },
    caller: Caller,
  ) => Promise<{ items: T[]; nextCursor?: string }>;
}

/** Every list once more as CSV: the same filters, all pages in one file. */
export function addCsvRoutes(
  router: Router,
  options: UsageRouterOptions,
): void {
  const { httpAuth, usage } = options;

  function csv<Query, T>(of: Export<Query, T>): RequestHandler {
    return async (req, res) => {
      const credentials = await readCredentials(httpAuth, req);
      const { caller } = await usage.look({ credentials });
      const query = of.parse(req);
      await sendCsv(res, {
        ...of,
        readPage: cursor =>
          of.read(req, { ...query, cursor, limit: PAGE }, caller),
      });
    };
  }

  router.get(
    '/packages.csv',
    csv({
      fileName: 'packages.csv',
      columns: packageColumns,
      parse: req => parseInput(listPackagesQuerySchema, req.query),
      read: (_req, query, caller) => usage.listPackages(query, caller),
    }),
  );
  router.get(
    '/packages/by-purl/usages.csv',
    csv({
      fileName: 'package-usages.csv',
      columns: usageColumns,
      parse: req => parseInput(listPackageUsagesQuerySchema, req.query),
      read: (_req, query, caller) => usage.listPackageUsages(query, caller),
    }),
  );
  router.get(
    '/licences.csv',
    csv({
      fileName: 'licences.csv',
      columns: licenceColumns,
      parse: req => parseInput(listLicencesQuerySchema, req.query),
      read: (_req, query, caller) => usage.listLicences(query, caller),
    }),
  );
  router.get(
    '/components.csv',
    csv({
      fileName: 'components.csv',
      columns: componentColumns,
      parse: req => parseInput(listComponentsQuerySchema, req.query),
      read: (_req, query, caller) => usage.listComponents(query, caller),
    }),
  );
  router.get(
    '/components/:kind/:namespace/:name/packages.csv',
    csv({
      fileName: 'component-packages.csv',
      columns: componentPackageColumns,
      parse: req => parseInput(listComponentPackagesQuerySchema, req.query),
      read: (req, query, caller) =>
        usage.listComponentPackages(readComponent(req.params), query, caller),
    }),
  );
}
