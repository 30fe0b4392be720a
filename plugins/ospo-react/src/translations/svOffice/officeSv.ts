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

/** Swedish; see `officeMessages`. */
export const officeSv = {
  'authority.triage': 'får sortera',
  'authority.answer': 'får svara',
  'authority.decide': 'får besluta',
  'authority.sign': 'får skriva under',
  'competencyType.legal': 'Juridik',
  'competencyType.security': 'Säkerhet',
  'competencyType.community': 'Gemenskaper',
  'competencyType.tooling': 'Verktyg',
  'competencyType.methodology': 'Arbetssätt',
  'competencyType.training': 'Utbildning',
  'competencyType.business': 'Verksamhet',
  'providerKind.group': 'grupp',
  'providerKind.person': 'person',
  'providerKind.external': 'extern organisation',
  'badge.confidential': 'Konfidentiellt',
  'badge.overdue': 'försenat',
  'hours.value_one': '{{count, number}} timme',
  'hours.value_other': '{{count, number}} timmar',
  'hours.perMonth_one': '{{count, number}} timme i månaden',
  'hours.perMonth_other': '{{count, number}} timmar i månaden',
} as const;
