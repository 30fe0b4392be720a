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
/* eslint-disable no-control-regex -- finding control characters is what this is for */

import { PurlProblem } from './PurlProblem';

const PERCENT: Readonly<Record<string, string>> = {
  '!': '%21',
  "'": '%27',
  '(': '%28',
  ')': '%29',
  '*': '%2A',
};

const SAFE = /^[A-Za-z0-9._~:-]*$/;

/** Percent-encodes what a purl does not allow as it is; `:` stays, and `/` too within a qualifier. */
export function encodePurlPart(text: string, keepSlash = false): string {
  if (SAFE.test(text)) {
    return text;
  }
  const encoded = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
    .replace(/[!'()*]/g, character => PERCENT[character] ?? character)
    .replace(/%3A/g, ':');
  return keepSlash ? encoded.replace(/%2F/g, '/') : encoded;
}

/** Decodes percent-encoding; a `%` that encodes nothing stays what it is, with a problem. */
export function decodePurlPart(
  text: string,
  problems: Set<PurlProblem>,
): string {
  if (!text.includes('%')) {
    return text;
  }
  try {
    return withoutControl(decodeURIComponent(text), problems);
  } catch {
    problems.add('purl-encoding');
    return withoutControl(
      text.replace(/(?:%[0-9a-fA-F]{2})+/g, decodeOrKeep),
      problems,
    );
  }
}

function decodeOrKeep(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

function withoutControl(text: string, problems: Set<PurlProblem>): string {
  const clean = text.replace(
    /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    '',
  );
  if (clean !== text) {
    problems.add('purl-encoding');
  }
  return clean;
}
