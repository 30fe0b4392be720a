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
import express, { Request, Response } from 'express';
import {
  PayloadTooLargeError,
  UnsupportedMediaTypeError,
} from '../shared/httpErrors';

/** Answers may have 200 kB; the rest is what JSON writes around them. */
const MAX_KB = 512;

// Read here and not for every route, so that what nobody may send is not read before they are turned away.
const parseJson = express.json({ limit: `${MAX_KB}kb`, strict: true });

/** The JSON body of a request, or an error that says what is wrong with it. */
export async function readBody(req: Request, res: Response): Promise<unknown> {
  if (!req.is('application/json')) {
    throw new UnsupportedMediaTypeError(
      "Send JSON, with the header 'content-type: application/json'",
    );
  }
  if (req.body === undefined || isEmpty(req.body)) {
    await new Promise<void>((resolve, reject) => {
      parseJson(req, res, error =>
        error ? reject(toError(error)) : resolve(),
      );
    });
  }
  return req.body;
}

/** Express gives every request an empty body until it is read. */
function isEmpty(body: unknown): boolean {
  return (
    typeof body === 'object' && body !== null && Object.keys(body).length === 0
  );
}

function toError(error: unknown): unknown {
  const type =
    typeof error === 'object' && error !== null && 'type' in error
      ? error.type
      : undefined;
  switch (type) {
    case 'entity.too.large':
      return new PayloadTooLargeError(
        `The body is larger than ${MAX_KB} kB; shorten texts, or link to what is long`,
      );
    case 'entity.parse.failed':
      return new InputError('The body is no JSON; check its quotes and commas');
    default:
      return error;
  }
}
