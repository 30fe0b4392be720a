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

import { UsageFinding } from '@ospo-suite/backstage-plugin-ospo-common';

/**
 * A document that cannot be understood or breaks a limit. Backstage's error middleware answers with `statusCode`, and
 * sends `findings` along, beside the name and the message of the error.
 *
 * @public
 */
export class SbomRefusedError extends Error {
  readonly name = 'SbomRefusedError';
  /** 413: too large; 415: no format that is read; 422: broken, or over a limit other than size. */
  readonly statusCode: 413 | 415 | 422;
  /** What was found; the first one is the reason for the refusal. */
  readonly findings: UsageFinding[];

  constructor(options: {
    statusCode: 413 | 415 | 422;
    /** The reason first. */
    findings: [UsageFinding, ...UsageFinding[]];
  }) {
    const [reason] = options.findings;
    super(`${reason.message} (at ${reason.where}). ${reason.mend}`);
    this.statusCode = options.statusCode;
    this.findings = options.findings;
  }
}
