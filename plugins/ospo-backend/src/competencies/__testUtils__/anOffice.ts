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

import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { DefaultOfficeCallers } from '../../access';
import { PersonTables } from '../../database/PersonTables';
import {
  AskedOfPortal,
  catalogDouble,
  permissionsDouble,
  PortalOptions,
} from '../../shared/__testUtils__/portalDoubles';
import {
  StartedSlice,
  startSlice,
} from '../../shared/__testUtils__/startSlice';
import { FactsOfUse } from '../../usage';
import { CompetencyHistory } from '../CompetencyHistory';
import { createCompetenciesApi } from '../createCompetenciesApi';
import { CatalogReader } from '../directory/CatalogReader';
import { DefaultCompetencyDirectory } from '../directory/DefaultCompetencyDirectory';
import { defaultHelpRules } from '../help/helpRules';
import { competencyPersonColumns } from '../records/competencyPersonColumns';
import { RecordsGeneration } from '../records/RecordsGeneration';
import { RequestTypeTexts } from '../RequestTypeTexts';

export interface OfficeOptions extends PortalOptions {
  knex: Knex;
  coreTeam?: string[];
  requestTypes?: RequestTypeTexts[];
  history?: CompetencyHistory;
  /** By entity ref, purl or licence key. */
  use?: Record<string, FactsOfUse>;
}

type Built = ReturnType<typeof createCompetenciesApi>;

export interface Office
  extends Built,
    Pick<StartedSlice<Built>, 'server' | 'audit' | 'stop'> {
  directory: DefaultCompetencyDirectory;
  generation: RecordsGeneration;
  asked: AskedOfPortal;
  /** Rows of each of the slice's tables. */
  knexCounts: () => Promise<Record<string, number>>;
  setNow: (now: string) => void;
}

/** The slice in a backend of its own, with a catalog and permissions that behave as the real ones do. */
export async function anOffice(options: OfficeOptions): Promise<Office> {
  let clock = new Date('2026-11-25T08:00:00Z');
  const now = () => clock;
  const asked = { permissions: 0, catalogRefs: 0 };
  const catalog = catalogDouble(options, asked);
  const { knex, use = {} } = options;
  let nextId = 1;
  const records = RecordsGeneration.create({
    knex,
    now: () => clock.getTime(),
  });
  const directory = DefaultCompetencyDirectory.create({
    knex,
    records,
    reader: CatalogReader.create({
      catalog,
      auth: mockServices.auth(),
      annotationPrefixes: ['ospo/'],
      pageSize: 100,
      usersMaxAgeMs: 0,
      now,
    }),
    logger: mockServices.logger.mock(),
    listRequestTypes: () => options.requestTypes,
    contractEndingDays: 90,
    now,
  });
  const { built, server, audit, stop } = await startSlice({
    catalog,
    permissions: permissionsDouble(options, asked),
    groups: options.groups,
    build: services =>
      createCompetenciesApi({
        ...services,
        config: {
          businessUnitTypes: ['department'],
          helpRules: defaultHelpRules,
        },
        annotationPrefixes: ['ospo/'],
        knex,
        directory,
        records,
        people: [PersonTables.create(competencyPersonColumns)],
        callers: DefaultOfficeCallers.create({
          ...services,
          coreTeam: options.coreTeam ?? [],
          visibilityTtlMs: 30_000,
          now,
        }),
        usageFacts: {
          ofComponent: async ref => use[ref],
          ofPackage: async purl => use[purl],
          ofLicence: async key => use[key],
        },
        listRequestTypes: () => options.requestTypes,
        history: () => options.history,
        newId: () => `id-${nextId++}`,
        now,
      }),
    routersOf: ({ routers }) => routers,
  });
  return {
    ...built,
    server,
    directory,
    generation: records,
    audit,
    asked,
    knexCounts: async () => {
      const counts: Record<string, number> = {};
      for (const table of new Set(competencyPersonColumns.map(c => c.table))) {
        const [{ n }] = await knex(table).count({ n: '*' });
        counts[table] = Number(n);
      }
      return counts;
    },
    setNow: next => {
      clock = new Date(next);
    },
    stop,
  };
}
