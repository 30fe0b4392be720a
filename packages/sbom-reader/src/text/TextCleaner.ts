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

import { FindingList } from '../findings/FindingList';

const SUSPICIOUS =
  /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd\ud800-\udfff]/;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]+/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]+/g;

/**
 * Takes out of a text what no store, page, log or table should ever meet: U+0000 and other control characters, direction
 * overrides and lone surrogates. Line breaks and tabs become a space.
 */
export class TextCleaner {
  readonly #findings: FindingList;

  constructor(findings: FindingList) {
    this.#findings = findings;
  }

  clean(text: string, where: string | (() => string)): string {
    if (!SUSPICIOUS.test(text)) {
      return text;
    }
    let result = text;
    if (result.includes('\u0000')) {
      this.#findings.add('nul-character', where);
    }
    if (result.includes('\ufffd')) {
      this.#findings.add('invalid-utf8', where);
    }
    const wellFormed = result.replace(LONE_SURROGATE, '\ufffd');
    if (wellFormed !== result) {
      this.#findings.add('lone-surrogate', where);
      result = wellFormed;
    }
    const withoutControl = result.replace(CONTROL, '');
    if (withoutControl !== result) {
      this.#findings.add('control-character', where);
      result = withoutControl;
    }
    const withoutDirection = result.replace(DIRECTION, '');
    if (withoutDirection !== result) {
      this.#findings.add('direction-character', where);
      result = withoutDirection;
    }
    return result.replace(/[\t\n\r]+/g, ' ');
  }
}
