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

import {
  findingSeverities,
  UsageFinding,
} from '@ospo-suite/backstage-plugin-ospo-common';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function toFinding(value: unknown): UsageFinding[] {
  if (!isRecord(value) || !text(value.message)) {
    return [];
  }
  return [
    {
      origin: 'document',
      code: text(value.code),
      severity:
        findingSeverities.find(word => word === value.severity) ?? 'error',
      where: text(value.where),
      message: text(value.message),
      mend: text(value.mend),
      count: typeof value.count === 'number' ? value.count : 1,
    },
  ];
}

/**
 * The findings that a refusal carries. They come inside an error body, which proxies and older backends fill as they
 * like, so only what has the right form is taken.
 */
export function refusalFindings(error: Error): UsageFinding[] {
  const body = 'body' in error ? error.body : undefined;
  const inner = isRecord(body) ? body.error : undefined;
  const findings = [error, body, inner].map(place =>
    isRecord(place) && 'findings' in place ? place.findings : undefined,
  );
  const found = findings.find(Array.isArray);
  return (found ?? []).flatMap(toFinding);
}
