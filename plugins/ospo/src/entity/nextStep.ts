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

/** The one thing to do next on a component, the most pressing first. */
export type NextStep =
  | { step: 'send-first' | 'send-new' | 'see-failure' | 'nothing' }
  | { step: 'see-licences' | 'see-findings'; count: number };

export function nextStep(
  component: Pick<UsageComponentDetail, 'sbomState' | 'counts' | 'findings'>,
): NextStep {
  const { sbomState, counts, findings } = component;
  if (sbomState === 'none') {
    return { step: 'send-first' };
  }
  if (sbomState === 'failed') {
    return { step: 'see-failure' };
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
