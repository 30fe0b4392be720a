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

import { ChunkSource } from '../input/ChunkSource';
import { SLICE_MS } from '../input/ReadingClock';
import { LicenceReader } from '../licence/LicenceReader';
import { DocumentBuilder } from '../model/DocumentBuilder';
import { SbomReading } from '../types';
import { JsonDocumentReader } from './JsonDocumentReader';
import { JsonReader } from './JsonReader';
import { JsonSbomParts } from './JsonSbomParts';
import { ReadingContext } from '../ReadingContext';

/** Reads CycloneDX or SPDX from JSON, in pieces as they arrive. */
export async function readJsonSbom(
  input: ChunkSource,
  context: ReadingContext,
): Promise<SbomReading> {
  const { findings, limits, clock } = context;
  const builder = new DocumentBuilder(context);
  const reader = new JsonReader({ findings, limits, refs: builder.refs });
  const parts = new JsonSbomParts({
    findings,
    limits,
    builder,
    licences: new LicenceReader({ maxLength: limits.maxLicenceLength }),
    where: reader.where,
  });
  const document = new JsonDocumentReader({ reader, partFor: parts.partFor });
  const drain = async () => {
    while (!document.run(SLICE_MS)) {
      await clock.pause();
    }
  };
  let held: Buffer | undefined;
  for await (const chunk of input) {
    if (held) {
      document.push(held, false);
      await drain();
      await clock.pause();
    }
    held = chunk;
  }
  document.push(held ?? Buffer.alloc(0), true);
  await drain();
  return parts.finish(context);
}
