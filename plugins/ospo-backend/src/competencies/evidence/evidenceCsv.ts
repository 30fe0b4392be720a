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
  Evidence,
  EvidenceClause,
  EvidencePack,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { CsvColumns } from '../../shared/sendCsv';

type Role = EvidencePack['roles'][number];

/** One line of the file: a clause with one thing that it misses, or a holder of a role with one piece of evidence. */
export interface EvidenceLine {
  clause?: EvidenceClause;
  missing?: EvidenceClause['missing'][number];
  role?: Role;
  holder?: Role['holders'][number];
  evidence?: Evidence;
}

export const evidenceColumns: CsvColumns<EvidenceLine> = {
  record: line => (line.clause ? 'clause' : 'role'),
  standard: line => line.clause?.standard,
  clause: line => line.clause?.clause,
  title: line => line.clause?.title,
  clauseState: line => line.clause?.state,
  missing: line => line.missing?.text,
  mend: line => line.missing?.mend,
  competency: line => line.role?.competency.ref,
  competencyTitle: line => line.role?.competency.title,
  type: line => line.role?.type,
  owner: line => line.role?.ownerRef,
  holder: line => line.holder?.ref,
  holderTitle: line => line.holder?.title,
  kind: line => line.holder?.kind,
  holderState: line => line.holder?.state,
  authority: line => line.holder?.authority,
  evidence: line => line.evidence?.kind,
  evidenceTitle: line => line.evidence?.title,
  date: line => line.evidence?.date,
  expires: line => line.evidence?.expires,
  assessor: line => line.evidence?.assessorRef,
  link: line => line.evidence?.link,
};

export function evidenceLines(pack: EvidencePack): EvidenceLine[] {
  return [
    ...pack.clauses.flatMap(clause =>
      orNone(clause.missing).map(missing => ({ clause, missing })),
    ),
    ...pack.roles.flatMap(role =>
      orNone(role.holders).flatMap(holder =>
        orNone(holder?.evidence ?? []).map(evidence => ({
          role,
          holder,
          evidence,
        })),
      ),
    ),
  ];
}

/** A line even where there is nothing: that is what an assessor looks for. */
function orNone<T>(items: readonly T[]): readonly (T | undefined)[] {
  return items.length > 0 ? items : [undefined];
}
