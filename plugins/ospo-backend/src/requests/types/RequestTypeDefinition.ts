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

import { FilterPredicate } from '@backstage/filter-predicates';
import { JsonObject } from '@backstage/types';
import {
  CompetencyAuthority,
  Confidentiality,
  LocalisedText,
  RequestOutcome,
  RequestType,
} from '@ospo-suite/backstage-plugin-ospo-common';

/** When answers require a competency. */
export interface CompetencyRule {
  /** Over `{ answers, subject }`; always when absent. */
  when?: FilterPredicate;
  /** Entity ref, or name of a competency in the default namespace. */
  competency: string;
  authority: CompetencyAuthority;
  blocking: boolean;
  reason: LocalisedText;
}

/** A type of request as it is declared. */
export interface RequestTypeDefinition {
  id: string;
  title: LocalisedText;
  description: LocalisedText;
  schema: JsonObject;
  uiSchema?: JsonObject;
  defaultConfidentiality: Confidentiality;
  serviceLevel: { ack: string; done: string };
  subjects: RequestType['subjects'];
  decidedBy: RequestType['decidedBy'];
  fourEyes: boolean;
  routing: RequestType['routing'];
  validFor?: string;
  outcomes: RequestOutcome[];
  rules: CompetencyRule[];
}
