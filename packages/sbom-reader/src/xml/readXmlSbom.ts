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

import { SbomRefusal } from '../findings/SbomRefusal';
import { ChunkSource } from '../input/ChunkSource';
import { ReadingContext } from '../ReadingContext';
import { SbomReading } from '../types';
import { XmlElements } from './XmlElements';

const PIECE_CHARACTERS = 64 * 1024;

/** Reads CycloneDX XML or SPDX RDF. Prefixes are taken off without regard to what they stand for. */
export async function readXmlSbom(
  input: ChunkSource,
  context: ReadingContext,
): Promise<SbomReading> {
  const decoder = createDecoder(input.head);
  const elements = new XmlElements(context);
  for await (const chunk of input) {
    const text = decoder.decode(chunk, { stream: true });
    for (let i = 0; i < text.length; i += PIECE_CHARACTERS) {
      elements.write(text.slice(i, i + PIECE_CHARACTERS));
      await context.clock.pause();
    }
  }
  elements.write(decoder.decode());
  return elements.finish();
}

/** XML names its encoding itself; UTF-16 was recoded before. */
function createDecoder(head: Buffer): TextDecoder {
  const declared = /^<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/.exec(
    head.subarray(0, 300).toString('latin1'),
  )?.[1];
  const label =
    declared && !/^utf-?(?:8|16)/i.test(declared) ? declared : 'utf-8';
  try {
    return new TextDecoder(label);
  } catch {
    throw new SbomRefusal('unsupported-encoding', 'line 1', label);
  }
}
