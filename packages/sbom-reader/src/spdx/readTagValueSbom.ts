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
import { SbomRefusal } from '../findings/SbomRefusal';
import { LicenceReader } from '../licence/LicenceReader';
import { DocumentBuilder } from '../model/DocumentBuilder';
import { ReadingContext } from '../ReadingContext';
import { SbomReading } from '../types';
import { SpdxMapper } from './SpdxMapper';
import { TagValueLines } from './TagValueLines';
import { TagValueParts } from './TagValueParts';

/** Reads SPDX 2 as lines of `Tag: value`, with texts between `<text>` and `</text>` that may span lines. */
export async function readTagValueSbom(
  input: ChunkSource,
  context: ReadingContext,
): Promise<SbomReading> {
  const { findings, limits, clock } = context;
  const mapper = new SpdxMapper({
    findings,
    builder: new DocumentBuilder(context),
    licences: new LicenceReader({ maxLength: limits.maxLicenceLength }),
  });
  const lines = new TagValueLines(context, new TagValueParts(mapper));
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for await (const chunk of input) {
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = pieces.pop() ?? '';
    for (let i = 0; i < pieces.length; i++) {
      lines.take(pieces[i]);
      if (i % 1000 === 0) {
        await clock.pause();
      }
    }
  }
  lines.take(rest + decoder.decode());
  lines.finish();
  if (!mapper.isSpdx) {
    throw new SbomRefusal('not-an-sbom', 'line 1');
  }
  return mapper.finish('tag-value');
}
