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

import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { SbomLimits } from '@ospo-suite/sbom-reader';
import { RequestBudgetLimits } from '../shared/budgets/requestWindow';

/** What the slice needs of the configuration, as plain values. */
export interface UsageConfig {
  access: {
    /** Entity refs of groups and users, normalised. */
    coreTeam: string[];
    /** Subjects of service principals. */
    ingestServices: string[];
  };
  sboms: {
    limits: SbomLimits;
    staleAfterMs: number;
    checkEveryMs: number;
    fetchTimeoutMs: number;
    schedule: SchedulerServiceTaskScheduleDefinition;
    defaultBudget: RequestBudgetLimits;
    /** By host. */
    budgets: Map<string, RequestBudgetLimits>;
  };
  catalog: {
    /** Lower case. */
    kinds: string[];
    schedule: SchedulerServiceTaskScheduleDefinition;
    maxShareGone: number;
    pageSize: number;
    /** Folders of the operator's own `file` locations. */
    fileRoots: string[];
  };
  /** All prefixes that are read, our own first. */
  annotationPrefixes: string[];
  visibility: { cacheTtlMs: number };
  recount: { schedule: SchedulerServiceTaskScheduleDefinition };
  /** Where documents lie while they are read; the system's own folder for temporary files when absent. */
  workingDirectory: string | undefined;
}
