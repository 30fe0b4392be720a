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

import { decodeText } from '../text/decodeText';
import {
  GovernanceLevel,
  governanceLevels,
  InnerSourceFinding,
  InnerSourceMetadata,
  InnerSourceReading,
} from '../types';
import { FieldReader } from './FieldReader';

const MAX_BYTES = 256 * 1024;
const MAX_DEPTH = 8;
const MAX_PEOPLE = 50;
/** Fields that name a person; they are never kept. */
const PERSONAL = ['owner_id', 'owner', 'owner_email', 'email', 'contact'];

/**
 * Reads an `innersource.json`. The fields of the SAP portal's form are official; aliases and the dialect with
 * `governance_level` and `trusted_committers` that stands in public repositories are understood as well. Nothing throws:
 * what cannot be kept is a finding.
 *
 * @public
 */
export function readInnerSourceJson(bytes: Uint8Array): InnerSourceReading {
  const decoded = decodeText(bytes, MAX_BYTES);
  if ('finding' in decoded) {
    return { findings: [decoded.finding] };
  }
  const parsed = parse(decoded.text);
  if ('finding' in parsed) {
    return { findings: [parsed.finding] };
  }
  const fields = FieldReader.over(parsed.object);
  const metadata: InnerSourceMetadata = {
    title: fields.text('title', { aliases: ['name'], maxLength: 200 }),
    motivation: fields.text('motivation', {
      aliases: ['description'],
      maxLength: 2000,
    }),
    contributions: fields.list('contributions', [
      'contribution',
      'participating',
    ]),
    skills: fields.list('skills'),
    topics: fields.list('topics'),
    logo: fields.link('logo', {
      aliases: ['project_logo'],
      mayBePath: true,
    }),
    docs: fields.link('docs'),
    language: fields.text('language', { maxLength: 50 }),
    licence: fields.text('license', {
      aliases: ['licence'],
      maxLength: 200,
    }),
    governanceLevel: readGovernanceLevel(fields),
    trustedCommitters: readTrustedCommitters(fields),
    channels: readChannels(fields),
  };
  fields.reportRest(PERSONAL);
  return { metadata, findings: fields.findings };
}

function readGovernanceLevel(fields: FieldReader): GovernanceLevel | undefined {
  const written = fields.text('governance_level', { maxLength: 50 });
  const wanted = written?.toLowerCase().replace(/[_\s]+/g, '-');
  const level = governanceLevels.find(known => known === wanted);
  if (written !== undefined && !level) {
    fields.report({
      code: 'unknown-value',
      severity: 'warning',
      where: 'governance_level',
      message: `'${written}' is no governance level`,
      mend: `Choose one of ${governanceLevels.join(', ')}.`,
    });
  }
  return level;
}

function readTrustedCommitters(
  fields: FieldReader,
): InnerSourceMetadata['trustedCommitters'] {
  const found = fields.take('trusted_committers', ['maintainers']);
  if (!found) {
    return [];
  }
  const people = Array.isArray(found.value) ? found.value : [found.value];
  return people.slice(0, MAX_PEOPLE).flatMap((person: unknown, at) => {
    const where = `${found.key}[${at}]`;
    const object = isRecord(person) ? person : { github: person };
    const own = FieldReader.over(
      { github: object.github, role: object.role },
      fields.findings,
    );
    const handle = own.text('github', { maxLength: 100 })?.replace(/^@/, '');
    if (handle === undefined || !/^[\w.-]+(\/[\w.-]+)?$/.test(handle)) {
      fields.report({
        code: 'unknown-value',
        severity: 'info',
        where,
        message: 'It has no handle on the forge; it was left out',
        mend: "Write the handle under 'github'; names are not kept.",
      });
      return [];
    }
    return [{ handle, role: own.text('role', { maxLength: 100 }) }];
  });
}

function readChannels(fields: FieldReader): InnerSourceMetadata['channels'] {
  const found = fields.take('communication', ['channels']);
  if (!found || !isRecord(found.value)) {
    return [];
  }
  const own = FieldReader.over(
    { channel: found.value.channel, issues: found.value.issues },
    fields.findings,
  );
  const chat = own.link('channel', { aliases: ['chat'] });
  const issues = own.link('issues');
  return [
    ...(chat ? [{ type: 'chat' as const, url: chat }] : []),
    ...(issues ? [{ type: 'issues' as const, url: issues }] : []),
  ];
}

function parse(
  text: string,
): { object: Record<string, unknown> } | { finding: InnerSourceFinding } {
  if (depthOf(text) > MAX_DEPTH) {
    return {
      finding: {
        code: 'too-deep',
        severity: 'error',
        where: 'file',
        message: `It is nested deeper than ${MAX_DEPTH} levels`,
        mend: 'The file is one flat object of fields.',
      },
    };
  }
  try {
    const parsed: unknown = JSON.parse(text);
    if (isRecord(parsed)) {
      return { object: parsed };
    }
  } catch (error) {
    return {
      finding: {
        code: 'not-json',
        severity: 'error',
        where: 'file',
        message: `It is no JSON${placeOf(error, text)}`,
        mend: 'Check it with a JSON formatter.',
      },
    };
  }
  return {
    finding: {
      code: 'not-an-object',
      severity: 'error',
      where: 'file',
      message: 'It is no object of fields',
      mend: 'Begin with { and end with }.',
    },
  };
}

/** What the parser says quotes the file, and that may be a person; only the place is taken from it. */
function placeOf(error: unknown, text: string): string {
  const position =
    error instanceof SyntaxError &&
    / at position (\d+)(?: \(line \d+ column \d+\))?$/.exec(error.message)?.[1];
  if (!position) {
    return '';
  }
  const lines = text.slice(0, Number(position)).split('\n');
  return ` at line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
}

/** The deepest nesting, counted without parsing; brackets in texts do not count. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let isText = false;
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (isText) {
      if (character === '\\') {
        at += 1;
      } else if (character === '"') {
        isText = false;
      }
    } else if (character === '"') {
      isText = true;
    } else if (character === '{' || character === '[') {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (character === '}' || character === ']') {
      depth -= 1;
    }
  }
  return deepest;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
