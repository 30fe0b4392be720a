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
import { RepositorySignals } from '@ospo-suite/backstage-plugin-ospo-node';
import { Router } from 'express';
import { Knex } from 'knex';
import { DefaultOfficeCallers } from '../../access';
import { CatalogReader } from '../../competencies/directory/CatalogReader';
import { DefaultCompetencyDirectory } from '../../competencies/directory/DefaultCompetencyDirectory';
import { RecordsGeneration } from '../../competencies/records/RecordsGeneration';
import {
  catalogDouble,
  permissionsDouble,
  PortalOptions,
} from '../../shared/__testUtils__/portalDoubles';
import {
  StartedSlice,
  startSlice,
} from '../../shared/__testUtils__/startSlice';
import { PublishedPackages, FactsOfUse, SimilarComponent } from '../../usage';
import { createInnerSourceApi } from '../createInnerSourceApi';
import { ProjectDirectory } from '../directory/ProjectDirectory';
import { DiscoveryPass } from '../discovery/DiscoveryPass';
import { ForgeOf } from '../discovery/readRepository';
import { FilesStore } from '../files/FilesStore';
import { readInnerSourceConfig } from '../readInnerSourceConfig';
import { ImportedRepository, RepositorySignalsRegistry } from '../signals';
import { createSignalsRouter } from '../signals/createSignalsRouter';
import { SignalsService } from '../signals/SignalsService';
import { DatabaseSignalsStore } from '../signals/store/DatabaseSignalsStore';
import { KeptSignals, SignalsTarget } from '../SignalsReader';
import { ProjectStore } from '../store/ProjectStore';
import { toSignalsTarget } from '../toSignalsTarget';

export interface InnerSourceOptions extends PortalOptions {
  knex: Knex;
  coreTeam?: string[];
  /** Below `ospo.innerSource`. */
  config?: object;
  /** By entity ref. */
  kept?: Map<string, KeptSignals>;
  /** By entity ref. */
  use?: Record<string, FactsOfUse>;
  /** By entity ref. */
  similar?: Record<string, SimilarComponent[]>;
  imported?: ImportedRepository[];
  /** What the integrations say of a host; that it is a GitHub, unless given. */
  forgeOf?: ForgeOf;
  /** By user ref. */
  skills?: Record<string, string[]>;
  /** Subjects that may send signals. */
  senders?: string[];
  signalSources?: RepositorySignals[];
}

type Built = ReturnType<typeof createInnerSourceApi>;

export interface InnerSourceOffice
  extends Built,
    Pick<StartedSlice<Built>, 'server' | 'audit' | 'stop'> {
  /** Taking in signals, and how their reading does. */
  signalsRouter: Router;
  discovery: DiscoveryPass;
  directory: ProjectDirectory;
  store: ProjectStore;
  files: FilesStore;
  /** What signals were asked to be read again. */
  refreshed: SignalsTarget[];
  setNow: (now: string) => void;
}

/** The slice in a backend of its own, with a catalog and permissions that behave as the real ones do. */
export async function anInnerSource(
  options: InnerSourceOptions,
): Promise<InnerSourceOffice> {
  let clock = new Date('2026-11-25T08:00:00Z');
  const now = () => clock;
  const { knex, use = {}, kept = new Map() } = options;
  const asked = { permissions: 0, catalogRefs: 0 };
  const catalog = catalogDouble(options, asked);
  const logger = mockServices.logger.mock();
  const config = readInnerSourceConfig(
    mockServices.rootConfig({
      data: { ospo: { innerSource: { ...options.config } } },
    }),
  );
  const store = ProjectStore.create({ knex });
  const files = FilesStore.create({ knex });
  const imported = { list: async () => options.imported ?? [] };
  const base = {
    auth: mockServices.auth(),
    catalog,
    annotationPrefixes: ['ospo/'],
    pageSize: 100,
    logger,
    now,
  };
  const discovery = DiscoveryPass.create({
    ...base,
    config: config.discovery,
    helpLabels: config.helpLabels,
    store,
    forgeOf: options.forgeOf ?? (() => 'github'),
    evidence: {
      readFiles: () => files.readAll(),
      readSignals: async () => kept,
      readImported: imported.list,
    },
    keepPlaces: places => files.keep(places, now().toISOString()),
  });
  const organisation = DefaultCompetencyDirectory.create({
    ...base,
    knex,
    records: RecordsGeneration.create({ knex, now: () => clock.getTime() }),
    reader: CatalogReader.create({ ...base, usersMaxAgeMs: 0 }),
    contractEndingDays: 90,
  });
  const refreshed: SignalsTarget[] = [];
  const signals = {
    stamp: async () => String(refreshed.length),
    readAll: async () => kept,
    refresh: async (target: SignalsTarget) => {
      refreshed.push(target);
    },
  };
  const directory = ProjectDirectory.create({
    ...base,
    ...config,
    store,
    signals,
    files,
    published: PublishedPackages.create({ knex, now }),
    imported,
    organisation,
    businessUnitTypes: ['department'],
    businessHours: () => 16,
    isConnected: () => true,
    forgeOf: options.forgeOf ?? (() => 'github'),
  });
  await discovery.run();
  const sources = RepositorySignalsRegistry.create();
  options.signalSources?.forEach(source =>
    sources.addRepositorySignals(source),
  );
  const signalsStore = DatabaseSignalsStore.create({ knex });
  await signalsStore.putTargets(
    (
      await store.list({ limit: 500 })
    ).map(({ facts }) => ({
      target: toSignalsTarget(facts),
      budgetKey: '',
    })),
    now().toISOString(),
  );

  const { built, server, audit, stop } = await startSlice({
    catalog,
    permissions: permissionsDouble(options, asked),
    groups: options.groups,
    build: services => {
      const callers = DefaultOfficeCallers.create({
        ...services,
        coreTeam: options.coreTeam ?? [],
        visibilityTtlMs: 30_000,
        now,
      });
      const api = createInnerSourceApi({
        ...services,
        callers,
        directory,
        discovery,
        signals,
        usage: {
          ofComponent: async ref => use[ref],
          similarTo: async ref => options.similar?.[ref] ?? [],
          packagesNamed: async () => [],
        },
        skillsOf: async ref => options.skills?.[ref],
        appBaseUrl: 'https://portal.example',
        forgeOf: () => 'github',
        now,
      });
      const signalsRouter = createSignalsRouter({
        ...services,
        callers,
        service: SignalsService.create({
          store: signalsStore,
          targets: {
            listTargets: async page =>
              (await store.list(page)).map(({ facts }) =>
                toSignalsTarget(facts),
              ),
            discoveredAt: () => store.discoveredAt(),
          },
          sources,
          services: new Set(options.senders),
          lookAtBudget: async () => ({ used: 0, limit: 60 }),
          auditor: mockServices.auditor.mock(),
          now,
        }),
      });
      return { ...api, signalsRouter };
    },
    routersOf: ({ router, signalsRouter }) => [router, signalsRouter],
  });
  return {
    ...built,
    server,
    discovery,
    directory,
    store,
    files,
    audit,
    refreshed,
    setNow: next => {
      clock = new Date(next);
    },
    stop,
  };
}
