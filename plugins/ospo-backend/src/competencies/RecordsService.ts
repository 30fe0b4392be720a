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
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  Absence,
  CapacityAgreement,
  Competency,
  Evidence,
  ospoCompetencyReadPermission,
  ospoEvidenceReadPermission,
  RotaTurn,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { BasicPermission } from '@backstage/plugin-permission-common';
import { OfficeCaller, OfficeCallers } from '../access';
import { noCompetency } from './CompetenciesService';
import { DefaultCompetencyDirectory } from './directory/DefaultCompetencyDirectory';
import { requirePerson } from './PeopleService';
import { RecordsStores } from './records/RecordsStore';
import { maySteer, requireSteer } from './rules/stewardRules';
import { OfficeView, viewOf } from './view/OfficeView';

type AsCaller = { credentials: BackstageCredentials };

interface Entered {
  caller: OfficeCaller;
  userRef: string;
  view: OfficeView;
}

export interface RecordsServiceOptions {
  callers: OfficeCallers;
  directory: DefaultCompetencyDirectory;
  stores: RecordsStores;
  newId: () => string;
}

/** Absences, agreements, evidence and duty. Every method first asks who may; all of it is for people only. */
export class RecordsService {
  readonly #options: RecordsServiceOptions;

  private constructor(options: RecordsServiceOptions) {
    this.#options = options;
  }

  static create(options: RecordsServiceOptions): RecordsService {
    return new RecordsService(options);
  }

  async listAbsences(
    query: { providerRef?: string },
    as: AsCaller,
  ): Promise<{ items: Absence[] }> {
    const { caller } = await this.#enter(as);
    const refs = ownRefs(caller, query.providerRef);
    const { absences } = this.#options.stores;
    return { items: await absences.list({ provider_ref: refs }) };
  }

  async addAbsence(
    absence: Omit<Absence, 'id'>,
    as: AsCaller,
  ): Promise<Absence> {
    const { caller, view } = await this.#enter(as);
    requireOwn(caller, absence.providerRef);
    await this.#requireProvider('providerRef', absence.providerRef, {
      caller,
      view,
    });
    const added = { ...absence, id: this.#options.newId() };
    await this.#options.stores.absences.add(added);
    return added;
  }

  async removeAbsence(id: string, as: AsCaller): Promise<void> {
    const { caller } = await this.#enter(as);
    const { absences } = this.#options.stores;
    const absence = await absences.get(id);
    if (!absence || !isOwn(caller, absence.providerRef)) {
      throw noRecord('absence', id);
    }
    await absences.remove(id);
  }

  async listAgreements(
    query: { providerRef?: string; competencyRef?: string },
    as: AsCaller,
  ): Promise<{ items: CapacityAgreement[] }> {
    const { caller, view } = await this.#enter(as);
    const agreements = await this.#options.stores.agreements.list({
      provider_ref: oneOrAll(query.providerRef),
      competency_ref: oneOrAll(query.competencyRef),
    });
    return {
      items: agreements.filter(agreement =>
        mayReadAgreement(agreement, { caller, view }),
      ),
    };
  }

  async addAgreement(
    agreement: Omit<CapacityAgreement, 'id' | 'agreedBy'>,
    as: AsCaller,
  ): Promise<CapacityAgreement> {
    const { caller, userRef, view } = await this.#enter(as);
    requireSteer(competencyOf(agreement, view), caller);
    await this.#requireProvider('providerRef', agreement.providerRef, {
      caller,
      view,
    });
    const added = {
      ...agreement,
      agreedBy: userRef,
      id: this.#options.newId(),
    };
    await this.#options.stores.agreements.add(added);
    return added;
  }

  async removeAgreement(id: string, as: AsCaller): Promise<void> {
    const { caller, view } = await this.#enter(as);
    const { agreements } = this.#options.stores;
    const agreement = await agreements.get(id);
    if (!agreement || !mayReadAgreement(agreement, { caller, view })) {
      throw noRecord('agreement', id);
    }
    requireSteer(
      view.competencies.get(agreement.competencyRef) ?? {
        ref: agreement.competencyRef,
      },
      caller,
    );
    await agreements.remove(id);
  }

  async listEvidence(
    query: { subjectRef?: string; competencyRef?: string },
    as: AsCaller,
  ): Promise<{ items: Evidence[] }> {
    const { caller } = await this.#enter(as, ospoEvidenceReadPermission);
    const items = await this.#options.stores.evidence.list({
      subject_ref: ownRefs(caller, query.subjectRef),
      competency_ref: oneOrAll(query.competencyRef),
    });
    return { items };
  }

  async addEvidence(
    evidence: Omit<Evidence, 'id'>,
    as: AsCaller,
  ): Promise<Evidence> {
    const { caller, view } = await this.#enter(as, ospoEvidenceReadPermission);
    requireOwn(caller, evidence.subjectRef);
    competencyOf(evidence, view);
    await this.#requireProvider('subjectRef', evidence.subjectRef, {
      caller,
      view,
    });
    const added = { ...evidence, id: this.#options.newId() };
    await this.#options.stores.evidence.add(added);
    return added;
  }

  async removeEvidence(id: string, as: AsCaller): Promise<void> {
    const { caller } = await this.#enter(as, ospoEvidenceReadPermission);
    const { evidence } = this.#options.stores;
    const found = await evidence.get(id);
    if (!found || !isOwn(caller, found.subjectRef)) {
      throw noRecord('evidence', id);
    }
    await evidence.remove(id);
  }

  async listRota(
    query: { competencyRef: string },
    as: AsCaller,
  ): Promise<{ items: RotaTurn[] }> {
    const { caller, view } = await this.#enter(as);
    competencyOf(query, view);
    const turns = await this.#options.stores.rota.list({
      competency_ref: [query.competencyRef],
    });
    const visible = await caller.visibleRefs(
      turns.map(turn => turn.providerRef),
    );
    return { items: turns.filter(turn => visible.has(turn.providerRef)) };
  }

  async addRotaTurn(
    turn: Omit<RotaTurn, 'id'>,
    as: AsCaller,
  ): Promise<RotaTurn> {
    const { caller, view } = await this.#enter(as);
    const competency = competencyOf(turn, view);
    requireSteer(competency, caller);
    if (!competency.providers.some(({ ref }) => ref === turn.providerRef)) {
      throw new InputError(
        `providerRef: '${turn.providerRef}' does not provide '${competency.ref}'; name one of its providers`,
      );
    }
    const added = { ...turn, id: this.#options.newId() };
    await this.#options.stores.rota.add(added);
    return added;
  }

  async removeRotaTurn(id: string, as: AsCaller): Promise<void> {
    const { caller, view } = await this.#enter(as);
    const { rota } = this.#options.stores;
    const turn = await rota.get(id);
    if (
      !turn ||
      (!caller.isCoreTeam && !view.competencies.has(turn.competencyRef))
    ) {
      throw noRecord('turn', id);
    }
    requireSteer(
      view.competencies.get(turn.competencyRef) ?? { ref: turn.competencyRef },
      caller,
    );
    await rota.remove(id);
  }

  async #enter(
    as: AsCaller,
    permission: BasicPermission = ospoCompetencyReadPermission,
  ): Promise<Entered> {
    const { callers, directory } = this.#options;
    const caller = await callers.enter(as.credentials);
    caller.require(permission);
    const userRef = requirePerson(caller);
    return {
      caller,
      userRef,
      view: await viewOf(await directory.snapshot(), caller),
    };
  }

  async #requireProvider(
    field: string,
    ref: string,
    { caller, view }: Pick<Entered, 'caller' | 'view'>,
  ): Promise<void> {
    const { groups, users } = view.snapshot;
    const isThere = groups.has(ref) || users.has(ref);
    if (!isThere || !(await caller.visibleRefs([ref])).has(ref)) {
      throw new InputError(
        `${field}: '${ref}' is no group or user that you may read`,
      );
    }
  }
}

function isOwn(caller: OfficeCaller, ref: string): boolean {
  return caller.isCoreTeam || caller.claims.has(ref);
}

function requireOwn(caller: OfficeCaller, ref: string): void {
  if (!isOwn(caller, ref)) {
    throw new NotAllowedError(
      `Only '${ref}' itself, its members and the core team may do this`,
    );
  }
}

/** The refs that a list is about; undefined is everybody's, for the core team. */
function ownRefs(
  caller: OfficeCaller,
  ref: string | undefined,
): string[] | undefined {
  if (ref !== undefined) {
    requireOwn(caller, ref);
    return [ref];
  }
  return caller.isCoreTeam ? undefined : [...caller.claims];
}

function oneOrAll(ref: string | undefined): string[] | undefined {
  return ref === undefined ? undefined : [ref];
}

function competencyOf(
  of: { competencyRef: string },
  view: OfficeView,
): Competency {
  const competency = view.competencies.get(of.competencyRef);
  if (!competency) {
    throw noCompetency(of.competencyRef);
  }
  return competency;
}

function mayReadAgreement(
  agreement: CapacityAgreement,
  { caller, view }: Pick<Entered, 'caller' | 'view'>,
): boolean {
  const competency = view.competencies.get(agreement.competencyRef);
  return (
    isOwn(caller, agreement.providerRef) ||
    (competency !== undefined && maySteer(competency, caller))
  );
}

/** What is not there and what is not theirs answer alike. */
function noRecord(kind: string, id: string): NotFoundError {
  return new NotFoundError(`No ${kind} '${id}' of yours was found`);
}
