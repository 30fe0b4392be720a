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
import { SbomRefusedError } from '@ospo-suite/backstage-plugin-ospo-node';
import { SbomFinding } from '@ospo-suite/sbom-reader';

/** Codes of the reader that mean that there is more than is allowed. */
const TOO_LARGE = new Set([
  'too-large',
  'inflated-too-large',
  'inflation-ratio',
]);
/** Codes of the reader that mean that this is no kind of document that is read. */
const NOT_READ = new Set([
  'not-an-sbom',
  'unsupported-version',
  'unsupported-compression',
  'unsupported-archive',
  'unsupported-encoding',
]);

/** Findings of the reader as everybody else knows them. */
export function toUsageFindings(
  findings: readonly SbomFinding[],
  place: { target: string; stream: string },
): UsageFinding[] {
  return findings.map(finding => ({
    origin: 'document',
    ...finding,
    ...place,
  }));
}

/** The error for a document that the reader refused. */
export function refuseSbom(options: {
  error: SbomFinding;
  findings: readonly SbomFinding[];
  target: string;
  stream: string;
}): SbomRefusedError {
  const { error, findings, target, stream } = options;
  const place = { target, stream };
  const [reason] = toUsageFindings([error], place);
  return new SbomRefusedError({
    statusCode: refusalStatus(error.code),
    findings: [reason, ...toUsageFindings(findings, place)],
  });
}

function refusalStatus(code: string): 413 | 415 | 422 {
  if (TOO_LARGE.has(code)) {
    return 413;
  }
  return NOT_READ.has(code) ? 415 : 422;
}
