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

import { Response } from 'express';
import { writeStream } from '../shared/writeStream';
import { OutgoingSbom } from './UsageService';

const EXTENSIONS: Record<string, string> = {
  json: '.json',
  'json-ld': '.json',
  xml: '.xml',
  yaml: '.yaml',
  'tag-value': '.spdx',
  'rdf-xml': '.rdf.xml',
};

/** Sends a received document as it came, and so that no browser ever takes it for a page. */
export async function sendSbom(
  res: Response,
  entityName: string,
  sbom: OutgoingSbom,
): Promise<void> {
  const { snapshot, serialization, bytes } = sbom;
  const name = [entityName, snapshot.target, snapshot.stream, snapshot.id]
    .join('-')
    .replace(/[^A-Za-z0-9._-]+/g, '_')
    .slice(0, 150);
  res.setHeader('Content-Type', 'application/octet-stream');
  res.setHeader(
    'Content-Disposition',
    `attachment; filename="${name}${EXTENSIONS[serialization] ?? ''}"`,
  );
  res.setHeader('Content-Length', snapshot.bytes);
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  res.setHeader('Cache-Control', 'private, no-store');
  await writeStream(res, bytes);
}
