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

import { JsonObject } from '@backstage/types';
import { RequestSubject } from '@ospo-suite/backstage-plugin-ospo-common';
import { RecordedEvent } from '../rules/RequestEventBody';
import { RequestRecord } from '../rules/RequestRecord';

/** What the requester wrote; it changes while the request is a draft, and never after. */
export interface RequestContent {
  title: string;
  answers: JsonObject;
  subject: RequestSubject;
}

/** A request with everything that the store keeps of it. */
export interface StoredRequest {
  /** The number that people say, without its letter. */
  number: number;
  version: number;
  updatedAt: string;
  content: RequestContent;
  record: RequestRecord;
  events: readonly RecordedEvent[];
}

/** `R-42`. */
export function requestNumber(number: number): string {
  return `R-${number}`;
}
