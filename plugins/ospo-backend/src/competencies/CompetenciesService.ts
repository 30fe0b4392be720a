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

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  Competency,
  CompetencyDetail,
  CompetencyMatch,
  CompetencyRef,
  CoverageDimension,
  CoverageMap,
  EvidencePack,
  ListCompetenciesQuery,
  ospoCompetencyManagePermission,
  ospoCompetencyReadPermission,
  ospoEvidenceReadPermission,
  OspoPage,
  WhoCanHelp,
  WhoCanHelpQuery,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { OfficeCaller, OfficeCallers } from '../access';
import { addDays } from '../shared/days';
import { CompetencyHistory } from './CompetencyHistory';
import { CoverageTables } from './coverage/CoverageTables';
import { OpenWork } from './coverage/OpenWork';
import { providerLoad } from './coverage/providerLoad';
import { DefaultCompetencyDirectory } from './directory/DefaultCompetencyDirectory';
import { OfficeSnapshot } from './directory/OfficeSnapshot';
import { buildEvidencePack } from './evidence/buildEvidencePack';
import { HelpOptions, whoCanHelp } from './help/whoCanHelp';
import { CompetencyIndex } from './match/CompetencyIndex';
import { listCompetencies } from './queries/listCompetencies';
import { RecordsStores } from './records/RecordsStore';
import { RequestTypeTexts } from './RequestTypeTexts';
import { maySteer } from './rules/stewardRules';
import { ancestorsOf } from './rules/treeRules';
import { OfficeView, viewOf } from './view/OfficeView';

export interface AsCaller {
  credentials: BackstageCredentials;
}

export interface CompetenciesServiceOptions {
  callers: OfficeCallers;
  directory: DefaultCompetencyDirectory;
  stores: Pick<RecordsStores, 'evidence'>;
  help: HelpOptions;
  businessUnitTypes: readonly string[];
  now: () => Date;
  /** Undefined while nobody keeps it. */
  history?: () => CompetencyHistory | undefined;
  listRequestTypes?: () => readonly RequestTypeTexts[] | undefined;
}

export interface CoverageLook {
  generation: number;
  scope: string;
  isShared: boolean;
  map: () => CoverageMap;
}

/** What people can learn about competencies. Every method first asks who may, and what they may see. */
export class CompetenciesService {
  readonly #options: CompetenciesServiceOptions;
  readonly #tables = CoverageTables.create();
  readonly #work: OpenWork;
  #index: { of: OfficeSnapshot; index: CompetencyIndex } | undefined;

  private constructor(options: CompetenciesServiceOptions) {
    this.#options = options;
    this.#work = OpenWork.create(options);
  }

  static create(options: CompetenciesServiceOptions): CompetenciesService {
    return new CompetenciesService(options);
  }

  async listCompetencies(
    query: ListCompetenciesQuery,
    as: AsCaller,
  ): Promise<OspoPage<Competency>> {
    const { view } = await this.#reader(as);
    return listCompetencies(view.competencies.values(), query);
  }

  async getCompetency(
    { ref }: { ref: string },
    as: AsCaller,
  ): Promise<CompetencyDetail> {
    const { caller, view } = await this.#reader(as);
    const { snapshot, competencies } = view;
    const competency = competencies.get(ref);
    if (!competency) {
      throw noCompetency(ref);
    }
    const history = this.#options.history?.();
    const [speeds, precedents] = await Promise.all([
      history?.speedOf([ref]),
      history?.precedentsOf([ref], caller),
    ]);
    const known = new Set(competency.providers.map(provider => provider.ref));
    return {
      ...competency,
      parents: named(view, ancestorsOf(competencies, ref)),
      children: named(view, snapshot.children.get(ref) ?? []),
      speed: speeds?.get(ref) ?? {
        n: 0,
        since: addDays(snapshot.today, -365),
      },
      precedents: precedents?.get(ref) ?? 0,
      onDuty: [
        ...new Set(
          snapshot.rota
            .filter(
              turn =>
                turn.competencyRef === ref &&
                turn.from <= snapshot.today &&
                known.has(turn.providerRef),
            )
            .map(turn => turn.providerRef),
        ),
      ],
      may: { manage: maySteer(competency, caller) },
    };
  }

  async matchCompetencies(
    { q }: { q: string },
    as: AsCaller,
  ): Promise<{ items: CompetencyMatch[] }> {
    const { view } = await this.#reader(as);
    return { items: this.#indexOf(view.snapshot).match(q, view.competencies) };
  }

  async whoCanHelp(query: WhoCanHelpQuery, as: AsCaller): Promise<WhoCanHelp> {
    return whoCanHelp(query, await this.#reader(as), this.#options.help);
  }

  async getCoverageMap(
    query: { by: CoverageDimension },
    as: AsCaller,
  ): Promise<CoverageMap> {
    return (await this.lookAtCoverage(query, as)).map();
  }

  /** The coverage map, with what its answer depends on: whoever sees all of it is sent the same bytes. */
  async lookAtCoverage(
    { by }: { by: CoverageDimension },
    as: AsCaller,
  ): Promise<CoverageLook> {
    const asker = await this.#reader(as);
    const { caller, view } = asker;
    caller.requireCoreTeam(ospoCompetencyManagePermission);
    const { snapshot } = view;
    const [{ table, isShared }, work] = await Promise.all([
      this.#tables.get(by, asker, this.#options),
      this.#work.get(),
    ]);
    return {
      generation: snapshot.generation,
      scope: JSON.stringify([
        snapshot.today,
        table.columns.map(column => column.key),
        work?.digest,
      ]),
      isShared,
      map: () => ({
        dimension: by,
        ...table,
        load: work ? providerLoad(view, work.ofProvider) : [],
        asOf: this.#options.directory.readAt ?? snapshot.readAt,
      }),
    };
  }

  async getEvidencePack(as: AsCaller): Promise<EvidencePack> {
    const { caller, view } = await this.#reader(as);
    caller.requireCoreTeam(ospoEvidenceReadPermission);
    const evidence = await this.#options.stores.evidence.list({});
    return buildEvidencePack(view, evidence, this.#options.now());
  }

  async #reader(
    as: AsCaller,
  ): Promise<{ caller: OfficeCaller; view: OfficeView }> {
    const caller = await this.#options.callers.enter(as.credentials);
    caller.require(ospoCompetencyReadPermission);
    const snapshot = await this.#options.directory.snapshot();
    return { caller, view: await viewOf(snapshot, caller) };
  }

  #indexOf(snapshot: OfficeSnapshot): CompetencyIndex {
    if (this.#index?.of !== snapshot) {
      this.#index = {
        of: snapshot,
        index: CompetencyIndex.create(
          snapshot.competencies.values(),
          this.#options.listRequestTypes?.() ?? [],
        ),
      };
    }
    return this.#index.index;
  }
}

/** Absent and unreadable competencies answer alike. */
export function noCompetency(ref: string): NotFoundError {
  return new NotFoundError(
    `No competency '${ref}' that you may read was found`,
  );
}

function named(view: OfficeView, refs: readonly string[]): CompetencyRef[] {
  return refs.flatMap(ref => {
    const competency = view.competencies.get(ref);
    return competency ? [{ ref, title: competency.title }] : [];
  });
}
