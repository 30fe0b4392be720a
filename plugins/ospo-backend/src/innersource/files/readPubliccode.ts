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

import { OspoFinding } from '@ospo-suite/backstage-plugin-ospo-common';
import { decodeText } from '@ospo-suite/innersource-reader';
import { parse } from 'yaml';
import { ProjectFields } from '../discovery/CatalogFacts';
import { cleanLink, cleanList, cleanText } from '../discovery/cleanText';

const MAX_BYTES = 256 * 1024;
/** An anchor that is repeated again and again makes much of little. */
const MAX_ALIASES = 50;

/**
 * Reads a `publiccode.yml` of any version, as far as it says something of use here. Nothing throws; people and
 * organisations in it are not kept.
 */
export function readPubliccode(bytes: Uint8Array): {
  fields: ProjectFields;
  findings: OspoFinding[];
} {
  const decoded = decodeText(bytes, MAX_BYTES);
  if ('finding' in decoded) {
    const { message, mend } = decoded.finding;
    return refuse(decoded.finding.code, message, mend);
  }
  let parsed: unknown;
  try {
    parsed = parse(decoded.text, { maxAliasCount: MAX_ALIASES });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return refuse(
      'not-yaml',
      cleanText(message, 300) ?? 'It is no YAML',
      'Check it with a validator of publiccode.yml.',
    );
  }
  if (!isRecord(parsed)) {
    return refuse(
      'not-an-object',
      'It holds no keys of the standard',
      'Begin with publiccodeYmlVersion.',
    );
  }
  const description = descriptionOf(parsed.description);
  const legal = isRecord(parsed.legal) ? parsed.legal : {};
  const roadmap = cleanLink(parsed.roadmap);
  return {
    fields: {
      title: cleanText(parsed.name, 200),
      description:
        cleanText(description.longDescription, 2000) ??
        cleanText(description.shortDescription, 2000),
      licence: cleanText(legal.license, 300),
      logo: cleanLink(parsed.logo),
      docs: cleanLink(description.documentation),
      topics: cleanList(
        Array.isArray(parsed.categories) ? parsed.categories : undefined,
      ),
      ...(roadmap
        ? { channels: [{ type: 'roadmap' as const, url: roadmap }] }
        : {}),
    },
    findings: [],
  };
}

/** English where there is some, else the first language. */
function descriptionOf(value: unknown): Record<string, unknown> {
  if (!isRecord(value)) {
    return {};
  }
  const language = Object.keys(value).find(key => /^en(-|$)/i.test(key));
  const chosen = language ? value[language] : Object.values(value)[0];
  return isRecord(chosen) ? chosen : {};
}

function refuse(
  code: string,
  message: string,
  mend: string,
): { fields: ProjectFields; findings: OspoFinding[] } {
  return {
    fields: {},
    findings: [
      {
        code: `publiccode-${code}`,
        severity: 'warning',
        where: 'publiccode.yml',
        message,
        mend,
      },
    ],
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
