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

import { Request } from 'express';
import {
  PayloadTooLargeError,
  UnsupportedMediaTypeError,
} from '../shared/httpErrors';

const TAKEN_TYPES = [
  'application/octet-stream',
  'application/json',
  'application/xml',
  'application/yaml',
  'application/x-yaml',
  'application/rdf+xml',
  'application/ld+json',
  'application/spdx+json',
  'application/spdx+xml',
  'application/spdx+yaml',
  'application/gzip',
  'application/x-gzip',
  'application/zstd',
];
const TAKEN_FAMILY = /^(text\/[^;]+|application\/vnd\.cyclonedx\+[^;]+)$/;

/**
 * The body of a request as its bytes come. What it holds is told from the bytes and not from the type, so the types
 * only keep out what cannot be a document; compressed bodies stay compressed, whichever header says so.
 */
export function openSbomBody(
  req: Request,
  maxBytes: number,
): AsyncIterable<Uint8Array> {
  const type = (req.headers['content-type'] ?? '')
    .split(';')[0]
    .trim()
    .toLowerCase();
  if (type.startsWith('multipart/')) {
    throw new UnsupportedMediaTypeError(
      'A form cannot be read here; send the document itself as the body, with Content-Type application/octet-stream (curl: --data-binary @file or --upload-file file)',
    );
  }
  if (type !== '' && !TAKEN_TYPES.includes(type) && !TAKEN_FAMILY.test(type)) {
    throw new UnsupportedMediaTypeError(
      `'${type}' is no type of an SBOM; send Content-Type application/octet-stream, the format is told from the content`,
    );
  }
  if (Number(req.headers['content-length'] ?? 0) > maxBytes) {
    throw new PayloadTooLargeError(
      `The body is larger than ${maxBytes} bytes; compress it with gzip or zstd, leave out files, or split it by target`,
    );
  }
  return req;
}

/** Fires when the sender hangs up before the answer. */
export function abortWithSender(req: Request): AbortSignal {
  const controller = new AbortController();
  const { res } = req;
  res?.once('close', () => {
    if (!res.writableFinished) {
      controller.abort();
    }
  });
  return controller.signal;
}
