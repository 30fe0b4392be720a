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

import { ProjectSignals } from '@ospo-suite/backstage-plugin-ospo-common';
import { activitySignals } from './activitySignals';
import { ComputeContext, ProjectFacts } from './ProjectFacts';
import { reachSignals } from './reachSignals';
import { scoreSignal } from './scoreSignal';
import { welcomingSignals } from './welcomingSignals';

/** From what is kept and declared to what is shown, each value with its source, age, window and inputs. */
export function computeProjectSignals(
  facts: ProjectFacts,
  context: Pick<ComputeContext, 'now' | 'businessHours'>,
): ProjectSignals {
  return {
    activity: activitySignals(facts),
    welcoming: welcomingSignals(facts, context),
    reach: reachSignals(facts),
    activityScore: scoreSignal(facts, context),
  };
}
