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

import { ChunkSource } from './input/ChunkSource';
import { detectFormat } from './input/detectFormat';
import { ReadingContext } from './ReadingContext';
import { readJsonSbom } from './json/readJsonSbom';
import { SbomRefusal } from './findings/SbomRefusal';
import { readTagValueSbom } from './spdx/readTagValueSbom';
import { SbomReading } from './types';
import { readXmlSbom } from './xml/readXmlSbom';
import { readYamlSbom } from './yaml/readYamlSbom';

/** Reads a text as whatever format its content shows. */
export async function readDocument(
  input: ChunkSource,
  context: ReadingContext,
): Promise<SbomReading> {
  const format = detectFormat(input.head);
  switch (format) {
    case 'json':
      return readJsonSbom(input, context);
    case 'xml':
      return readXmlSbom(input, context);
    case 'yaml':
      return readYamlSbom(input, context);
    case 'tag-value':
      return readTagValueSbom(input, context);
    default:
      throw new SbomRefusal('not-an-sbom', 'byte 0');
  }
}
