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

import { parseDocument } from 'yaml';
import { errorMessage } from '../findings/errorParts';
import { SbomRefusal } from '../findings/SbomRefusal';
import { ChunkSource } from '../input/ChunkSource';
import { readJsonSbom } from '../json/readJsonSbom';
import { ReadingContext } from '../ReadingContext';
import { SbomReading } from '../types';

const MOST_PARTS = 1_000_000;

/** YAML is read as a whole and slowly, so a smaller limit than for the other forms holds. */
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_ALIASES = 100;

/** Reads SPDX 2 from YAML, by way of the same parts as its JSON. */
export async function readYamlSbom(
  input: ChunkSource,
  context: ReadingContext,
): Promise<SbomReading> {
  const bytes = await input.readAll(MOST_BYTES).catch(error => {
    throw error instanceof SbomRefusal && error.code === 'too-large'
      ? new SbomRefusal('yaml-too-large', `byte ${MOST_BYTES}`)
      : error;
  });
  refuseShape(bytes, context.limits.maxJsonDepth);
  const json = Buffer.from(toJson(bytes.toString('utf8')));
  context.clock.check();
  const pieces = async function* one() {
    yield json;
  };
  const reading = await readJsonSbom(
    await ChunkSource.create(pieces(), 1),
    context,
  );
  return reading.ok
    ? { ...reading, document: { ...reading.document, serialization: 'yaml' } }
    : reading;
}

function toJson(text: string): string {
  try {
    const document = parseDocument(text, {
      // Versions such as 1.10 stay the text they are.
      schema: 'failsafe',
      merge: false,
      prettyErrors: true,
      stringKeys: true,
      uniqueKeys: false,
      logLevel: 'silent',
    });
    const [error] = document.errors;
    if (error) {
      const [place] = error.linePos ?? [];
      throw new SbomRefusal(
        'yaml-syntax',
        place ? `line ${place.line}, column ${place.col}` : 'line 1',
        error.code,
      );
    }
    return JSON.stringify(
      document.toJS({ maxAliasCount: MOST_ALIASES }) ?? null,
      (_key, value: unknown) => (value === '~' ? null : value),
    );
  } catch (error) {
    if (error instanceof SbomRefusal) {
      throw error;
    }
    // Too many aliases, or more nesting than the parser can bear.
    throw new SbomRefusal('yaml-syntax', 'line 1', errorMessage(error));
  }
}

/** The YAML parser recurses and makes large objects, so what is too deep or has too many parts must not reach it. */
function refuseShape(bytes: Buffer, maxDepth: number): void {
  let open = 0;
  let parts = 0;
  for (const byte of bytes) {
    if (byte === 0x5b || byte === 0x7b) {
      open += 1;
      parts += 1;
    } else if (byte === 0x5d || byte === 0x7d) {
      open = Math.max(0, open - 1);
    } else if (byte === 0x0a || byte === 0x2c) {
      parts += 1;
    }
    if (open > maxDepth) {
      throw new SbomRefusal('yaml-too-deep', 'line 1', 'brackets');
    }
    if (parts > MOST_PARTS) {
      throw new SbomRefusal('yaml-too-large', 'line 1', `${MOST_PARTS} parts`);
    }
  }
  if (/^[ ]*(?:[-?:] +){64}|^ {1024}/m.test(bytes.toString('latin1'))) {
    throw new SbomRefusal('yaml-too-deep', 'line 1', 'indentation');
  }
}
