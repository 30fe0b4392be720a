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
  SbomState,
  UsageComponentDetail,
} from '@ospo-suite/backstage-plugin-ospo-common';

/** Sentence for each state, as a key of the translations. */
export const stateSentence = {
  current: 'entity.stateCurrent',
  stale: 'entity.stateStale',
  failed: 'entity.stateFailed',
  none: 'entity.stateNone',
} as const satisfies Record<SbomState, string>;

/** Part of the entity's tab that says why an SBOM could not be read. */
export type FailureView = 'findings' | 'sources';

/** True when the last attempt to read an SBOM failed, whatever is known from earlier ones. */
export function hasFailure(
  component: Pick<UsageComponentDetail, 'sources'>,
): boolean {
  return component.sources.some(source => source.state === 'failed');
}

/** A document that could not be read has findings; one that could not be fetched has only its source. */
export function failureView(
  component: Pick<UsageComponentDetail, 'findings'>,
): FailureView {
  return component.findings.some(finding => finding.severity === 'error')
    ? 'findings'
    : 'sources';
}

/** The one thing to do next on a component, the most pressing first. */
export type NextStep =
  | { step: 'send-first' | 'send-new' | 'nothing' }
  | { step: 'see-failure'; view: FailureView }
  | { step: 'see-licences' | 'see-findings'; count: number };

export function nextStep(
  component: Pick<
    UsageComponentDetail,
    'sbomState' | 'counts' | 'findings' | 'sources'
  >,
): NextStep {
  const { sbomState, counts, findings } = component;
  if (sbomState === 'none') {
    return { step: 'send-first' };
  }
  // What cannot be read now counts before how good the last readable one is.
  if (sbomState === 'failed' || hasFailure(component)) {
    return { step: 'see-failure', view: failureView(component) };
  }
  if (sbomState === 'stale') {
    return { step: 'send-new' };
  }
  if (counts && counts.licenceUnknown > 0) {
    return { step: 'see-licences', count: counts.licenceUnknown };
  }
  const serious = findings.filter(finding => finding.severity !== 'info');
  return serious.length > 0
    ? { step: 'see-findings', count: serious.length }
    : { step: 'nothing' };
}
