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

import { ReadingContext } from '../ReadingContext';
import { SbomReading } from '../types';

/** Reads a document that lies in a string of another one, as it is or in base64. */
export async function readWrapped(
  payload: string,
  context: ReadingContext,
): Promise<SbomReading> {
  context.findings.add('wrapped', '/payload');
  const isBase64 = /^[A-Za-z0-9+/_=\s-]*$/.test(payload);
  return context.readInner(Buffer.from(payload, isBase64 ? 'base64' : 'utf8'));
}
