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
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** `search.collators.ospo`, with defaults that work. */
export interface CollatorConfig {
  schedule: SchedulerServiceTaskScheduleDefinition;
  locationTemplate: string;
  packagesLocation: string;
  competencyLocation: string;
  precedentLocation: string;
  indexEntityPrecedents: boolean;
  innerSourceLocation: string;
  maxTextLength: number;
}

export function readCollatorConfig(root: Config): CollatorConfig {
  const config = root.getOptionalConfig('search.collators.ospo');
  const schedule = config?.getOptionalConfig('schedule');
  const maxTextLength = config?.getOptionalNumber('maxTextLength') ?? 100_000;
  if (!Number.isInteger(maxTextLength) || maxTextLength < 1000) {
    throw new InputError(
      `'search.collators.ospo.maxTextLength' must be a whole number from 1000 on`,
    );
  }
  return {
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : {
          frequency: { minutes: 30 },
          timeout: { hours: 1 },
          initialDelay: { minutes: 1 },
        },
    locationTemplate:
      config?.getOptionalString('locationTemplate') ??
      '/catalog/:namespace/:kind/:name/open-source',
    packagesLocation:
      config?.getOptionalString('packagesLocation') ??
      '/ospo/open-source/packages',
    competencyLocation:
      config?.getOptionalString('competencyLocation') ??
      '/ospo/competencies/:namespace/:name',
    precedentLocation:
      config?.getOptionalString('precedentLocation') ??
      '/ospo/requests/precedents/:id',
    indexEntityPrecedents:
      config?.getOptionalBoolean('indexEntityPrecedents') ?? true,
    innerSourceLocation:
      config?.getOptionalString('innerSourceLocation') ??
      '/ospo/inner-source/projects/:namespace/:kind/:name',
    maxTextLength,
  };
}
