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
  ListCompetenciesQuery,
  ospoCompetencyReadPermission,
  OspoPage,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { OfficeCaller, OfficeCallers } from '../access';
import { addDays } from '../shared/days';
import { CompetencyHistory } from './CompetencyHistory';
import { DefaultCompetencyDirectory } from './directory/DefaultCompetencyDirectory';
import { OfficeSnapshot } from './directory/OfficeSnapshot';
import { CompetencyIndex } from './match/CompetencyIndex';
import { listCompetencies } from './queries/listCompetencies';
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
  /** Undefined while nobody keeps it. */
  history?: () => CompetencyHistory | undefined;
  listRequestTypes?: () => readonly RequestTypeTexts[] | undefined;
}

/** What people can learn about competencies. Every method first asks who may, and what they may see. */
export class CompetenciesService {
  readonly #options: CompetenciesServiceOptions;
  #index: { of: OfficeSnapshot; index: CompetencyIndex } | undefined;

  private constructor(options: CompetenciesServiceOptions) {
    this.#options = options;
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
