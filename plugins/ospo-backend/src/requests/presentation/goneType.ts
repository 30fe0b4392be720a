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

import { RequestType } from '@ospo-suite/backstage-plugin-ospo-common';
import { RequestRecord } from '../rules/RequestRecord';

/** A request outlives its type: what was promised is known, its form is not. */
export function goneType({ typeId, terms }: RequestRecord): RequestType {
  return {
    id: typeId,
    title: { en: typeId },
    description: {
      en: 'This type of request is no longer declared.',
      sv: 'Den här typen av ärende finns inte längre.',
    },
    schema: { type: 'object' },
    uiSchema: {},
    defaultConfidentiality: 'internal',
    serviceLevel: { ack: terms?.ack ?? 'P1D', done: terms?.done ?? 'P5D' },
    subjects: [],
    decidedBy: terms?.decidedBy ?? 'core-team',
    fourEyes: terms?.fourEyes ?? false,
    routing: terms?.routing ?? 'confirm',
    validFor: terms?.validFor,
    outcomes: [...(terms?.outcomes ?? [])],
  };
}
