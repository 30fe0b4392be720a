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
  BaseDocument,
  ChecklistLine,
  ProjectSignals,
  ReadinessLine,
  ReleaseLine,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { documentEditUrl } from './fileEditor';
import { ComputeContext, ProjectFacts, ReleaseFacts } from './ProjectFacts';

type Told = Omit<ChecklistLine<never>, 'id'>;

/** Documents that count as a file of their own only. */
const FILES_ONLY: readonly BaseDocument[] = ['readme', 'codeowners', 'licence'];

/** Whether the project is ready to be joined, line by line. */
export function readinessOf(
  facts: ProjectFacts,
  signals: ProjectSignals,
  context: Pick<ComputeContext, 'forgeOf'>,
): ChecklistLine<ReadinessLine>[] {
  const { declared } = facts;
  const inCatalog = (isMet: boolean, fact?: string): Told => ({
    state: isMet ? 'met' : 'not-met',
    ...(fact && { fact }),
    editUrl: declared.catalogEditUrl,
  });
  const lines: Record<ReadinessLine, Told> = {
    owner: ownerLine(facts),
    description: inCatalog(Boolean(declared.description?.trim())),
    readme: documentLine('readme', facts, context),
    contributing: documentLine('contributing', facts, context),
    communication: documentLine('communication', facts, context),
    codeowners: documentLine('codeowners', facts, context),
    licence: documentLine('licence', facts, context),
    'trusted-committers': inCatalog(
      declared.trustedCommitters > 0,
      String(declared.trustedCommitters),
    ),
    'governance-level': inCatalog(
      declared.governanceLevel !== undefined,
      declared.governanceLevel,
    ),
    'help-wanted': helpLine(signals),
    'review-promise': inCatalog(
      declared.reviewSlo !== undefined,
      declared.reviewSlo,
    ),
    reviewed: inCatalog(
      declared.reviewedOn !== undefined && !declared.isReviewStale,
      declared.reviewedOn,
    ),
  };
  return toList(lines);
}

/** What a public release of it needs, line by line. */
export function releaseOf(
  facts: ProjectFacts,
  release: ReleaseFacts,
  context: Pick<ComputeContext, 'forgeOf'>,
): ChecklistLine<ReleaseLine>[] {
  const { declared } = facts;
  const lines: Record<ReleaseLine, Told> = {
    'licence-file': documentLine('licence', facts, context),
    'licence-declared': {
      state: declared.licence ? 'met' : 'not-met',
      ...(declared.licence && { fact: declared.licence }),
      editUrl: declared.catalogEditUrl,
    },
    sbom: { state: stateOf(release.hasSbom) },
    'licences-known': licencesLine(release),
    contributing: documentLine('contributing', facts, context),
    'code-of-conduct': documentLine('code-of-conduct', facts, context),
    'security-policy': documentLine('security', facts, context),
    readme: documentLine('readme', facts, context),
    owner: ownerLine(facts),
  };
  return toList(lines);
}

function toList<Id extends string>(
  lines: Record<Id, Told>,
): ChecklistLine<Id>[] {
  return (Object.entries(lines) as [Id, Told][]).map(
    ([id, { editUrl, ...line }]) => ({
      id,
      ...line,
      ...(editUrl && { editUrl }),
    }),
  );
}

function stateOf(isMet: boolean | undefined): Told['state'] {
  if (isMet === undefined) {
    return 'unknown';
  }
  return isMet ? 'met' : 'not-met';
}

function ownerLine({ declared }: ProjectFacts): Told {
  return {
    state: declared.ownerState === 'present' ? 'met' : 'not-met',
    ...(declared.ownerRef && { fact: declared.ownerRef }),
    editUrl: declared.catalogEditUrl,
  };
}

function documentLine(
  document: BaseDocument,
  facts: ProjectFacts,
  context: Pick<ComputeContext, 'forgeOf'>,
): Told {
  const files = facts.kept?.parts.files?.value;
  const found = files?.documents.find(one => one.document === document);
  const editUrl = documentEditUrl(document, facts, context);
  if (found) {
    return { state: 'met', fact: found.where, editUrl };
  }
  const isCertain =
    files?.complete && (files.readmeRead || FILES_ONLY.includes(document));
  return { state: isCertain ? 'not-met' : 'unknown', editUrl };
}

function helpLine({ welcoming }: ProjectSignals): Told {
  const { value } = welcoming.wantedHelp;
  return value === null
    ? { state: 'unknown' }
    : { state: value > 0 ? 'met' : 'not-met', fact: String(value) };
}

function licencesLine(release: ReleaseFacts): Told {
  const { hasSbom, packagesWithUnknownLicence } = release;
  return hasSbom && packagesWithUnknownLicence !== undefined
    ? {
        state: packagesWithUnknownLicence === 0 ? 'met' : 'not-met',
        fact: String(packagesWithUnknownLicence),
      }
    : { state: 'unknown' };
}
