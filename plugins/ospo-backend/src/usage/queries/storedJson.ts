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
import { z } from 'zod';

const storedFinding = z.object({
  code: z.string(),
  severity: z.enum(findingSeverities),
  where: z.string(),
  message: z.string(),
  mend: z.string(),
  count: z.number().int().min(1).default(1),
  target: z.string().optional(),
  stream: z.string().optional(),
});

const texts = z.array(z.string());

/** Findings as a column keeps them; a row that another version wrote differently shows none. */
export function readFindings(
  json: string,
  about: Pick<UsageFinding, 'origin' | 'target' | 'stream'>,
): UsageFinding[] {
  const parsed = z.array(storedFinding).safeParse(readJson(json));
  return parsed.success
    ? parsed.data.map(finding => ({ ...finding, ...about }))
    : [];
}

export function readTexts(json: string): string[] {
  const parsed = texts.safeParse(readJson(json));
  return parsed.success ? parsed.data : [];
}

function readJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
