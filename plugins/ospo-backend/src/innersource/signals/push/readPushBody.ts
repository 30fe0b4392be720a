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

import { InputError } from '@backstage/errors';
import { Request } from 'express';
import {
  PayloadTooLargeError,
  UnsupportedMediaTypeError,
} from '../../../shared/httpErrors';

/** What a request may cost before anything of it is parsed. */
export const pushLimits = { bytes: 4_000_000, depth: 6, rows: 1_000 };

/** The body as JSON, one row or `{as_of, repos}`; measured while it comes, and before it is parsed. */
export async function readPushBody(req: Request): Promise<PushBody> {
  const type = (req.headers['content-type'] ?? '')
    .split(';')[0]
    .trim()
    .toLowerCase();
  if (type !== 'application/json') {
    throw new UnsupportedMediaTypeError(
      `Send JSON with the header 'Content-Type: application/json', not '${
        type || 'nothing'
      }'`,
    );
  }
  if (Number(req.headers['content-length'] ?? 0) > pushLimits.bytes) {
    throw tooLarge();
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of req as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > pushLimits.bytes) {
      throw tooLarge();
    }
    chunks.push(chunk);
  }
  return parsePushBody(Buffer.concat(chunks).toString());
}

export interface PushBody {
  asOf?: unknown;
  rows: unknown[];
  /** One row by itself, which is answered with an error when it cannot be used. */
  isSingle: boolean;
}

export function parsePushBody(text: string): PushBody {
  if (jsonDepth(text) > pushLimits.depth) {
    throw new InputError(
      `The body is nested deeper than ${pushLimits.depth} levels; a row is an object of values, lists and 'docs'`,
    );
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new InputError(
      'The body is no JSON; check that the file was sent as it is (curl: --data-binary @file)',
    );
  }
  if (!isRecord(body)) {
    throw new InputError(
      `The body is a row, or an object with 'as_of' and 'repos'`,
    );
  }
  if (!('repos' in body)) {
    return { rows: [body], isSingle: true };
  }
  if (!Array.isArray(body.repos)) {
    throw new InputError(`'repos' is a list of rows`);
  }
  if (body.repos.length > pushLimits.rows) {
    throw new InputError(
      `'repos' has ${body.repos.length} rows; send at most ${pushLimits.rows} in one request`,
    );
  }
  return { asOf: body.as_of, rows: body.repos, isSingle: false };
}

/** Nesting of brackets outside of strings, without parsing. */
export function jsonDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isString = false;
  for (let index = 0; index < text.length; index++) {
    const sign = text[index];
    if (isString) {
      if (sign === '\\') {
        index += 1;
      } else if (sign === '"') {
        isString = false;
      }
    } else if (sign === '"') {
      isString = true;
    } else if (sign === '[' || sign === '{') {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (sign === ']' || sign === '}') {
      depth -= 1;
    }
  }
  return deepest;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function tooLarge(): PayloadTooLargeError {
  return new PayloadTooLargeError(
    `The body is larger than ${pushLimits.bytes} bytes; send the repositories in several requests`,
  );
}
