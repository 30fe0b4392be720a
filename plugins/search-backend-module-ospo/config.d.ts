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

import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      ospo?: {
        /**
         * How often packages, competencies, precedents and inner-source projects are put into the search index. Default every 30 minutes,
         * first after one minute, with a timeout of one hour.
         * @visibility backend
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /**
         * Where the result for a component leads. Default `/catalog/:namespace/:kind/:name/open-source`.
         * @visibility backend
         */
        locationTemplate?: string;
        /**
         * Where the result for all packages leads. Default `/ospo/open-source/packages`.
         * @visibility backend
         */
        packagesLocation?: string;
        /**
         * Where the result for a competency leads. Default `/ospo/competencies/:namespace/:name`.
         * @visibility backend
         */
        competencyLocation?: string;
        /**
         * Where the result for a precedent leads. Default `/ospo/requests/precedents/:id`.
         * @visibility backend
         */
        precedentLocation?: string;
        /**
         * Whether precedents about an entity are searched. They are found by whom the catalog shows that entity, whether
         * or not they hold `ospo.request.read`; switch it off where not everybody may read precedents. Default true.
         * @visibility backend
         */
        indexEntityPrecedents?: boolean;
        /**
         * Where the result for an inner-source project leads. Default
         * `/ospo/inner-source/projects/:namespace/:kind/:name`.
         * @visibility backend
         */
        innerSourceLocation?: string;
        /**
         * Characters of text of one component; packages that do not fit are left out, and the document says how many.
         * Default 100000.
         * @visibility backend
         */
        maxTextLength?: number;
      };
    };
  };
}
