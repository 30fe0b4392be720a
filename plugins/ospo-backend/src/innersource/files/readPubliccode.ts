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
import { LineCounter, parseDocument } from 'yaml';
import { withoutAddresses } from '../../shared/withoutAddresses';
import { ProjectFields } from '../discovery/CatalogFacts';
import { cleanLink, cleanList, cleanText } from '../discovery/cleanText';
import {
  developmentStatuses,
  languageTag,
  Publication,
  softwareTypes,
} from '../discovery/Publication';
import { PubliccodeKeys } from './PubliccodeKeys';

const MAX_BYTES = 256 * 1024;
/** An anchor that is repeated again and again makes much of little. */
const MAX_ALIASES = 50;
const MAX_LONG = 10_000;
const MAX_ITEM = 100;

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
  const parsed = parse(decoded.text);
  if ('problem' in parsed) {
    return refuse(
      'not-yaml',
      parsed.problem,
      'Check it with a validator of publiccode.yml.',
    );
  }
  const root = PubliccodeKeys.of(parsed.value);
  if (!root) {
    return refuse(
      'not-an-object',
      'It holds no keys of the standard',
      'Begin with publiccodeYmlVersion.',
    );
  }
  const description = root.section('description')?.firstOf(/^en(-|$)/i);
  const long = description?.take('longDescription', text(MAX_LONG));
  const roadmap = root.take('roadmap', cleanLink);
  return {
    fields: {
      title: root.take('name', text(200)),
      description:
        cleanText(long, 2000) ??
        description?.take('shortDescription', text(2000)),
      licence: root.section('legal')?.take('license', text(300)),
      // A path in the repository is as good, and leads nowhere from here.
      logo: cleanLink(root.peek('logo')),
      docs: description?.take('documentation', cleanLink),
      topics: root.take('categories', list),
      ...(roadmap
        ? { channels: [{ type: 'roadmap' as const, url: roadmap }] }
        : {}),
      publication: publicationIn(root, description, long),
    },
    findings: root.findings,
  };
}

/** A message of the parser quotes the file, and that may be a person. */
function parse(yaml: string): { value: unknown } | { problem: string } {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter, prettyErrors: false });
  const error = document.errors.at(0);
  if (error) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    return { problem: `It is no YAML at line ${line}, column ${col}` };
  }
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch {
    return {
      problem: `It is no YAML that can be read: an alias has no anchor, or one is repeated more than ${MAX_ALIASES} times`,
    };
  }
}

function publicationIn(
  root: PubliccodeKeys,
  description: PubliccodeKeys | undefined,
  longDescription: string | undefined,
): Publication {
  const localisation = root.section('localisation');
  const found: Publication = {
    softwareType: root.take('softwareType', oneOf(softwareTypes)),
    developmentStatus: root.take(
      'developmentStatus',
      oneOf(developmentStatuses),
    ),
    platforms: root.take('platforms', list),
    features: description?.take('features', list),
    languages: localisation?.take('availableLanguages', value =>
      Array.isArray(value) ? cleanList(value.map(languageTag)) : undefined,
    ),
    localisationReady: localisation?.take('localisationReady', value =>
      typeof value === 'boolean' ? value : undefined,
    ),
    longDescription,
    textLanguage: languageTag(description?.name),
  };
  return Object.fromEntries(
    Object.entries(found).filter(([, value]) => value !== undefined),
  );
}

function text(maxLength: number): (value: unknown) => string | undefined {
  return value => cleanText(withoutPeople(value, maxLength), maxLength);
}

function list(value: unknown): string[] | undefined {
  const items = typeof value === 'string' ? [value] : asArray(value);
  return cleanList(items?.map(item => withoutPeople(item, MAX_ITEM)));
}

/** Bounded first, for what is left out is looked for in the whole of it. */
function withoutPeople(value: unknown, maxLength: number): unknown {
  return typeof value === 'string'
    ? withoutAddresses(value.slice(0, 2 * maxLength))
    : value;
}

function oneOf<T extends string>(
  values: readonly T[],
): (value: unknown) => T | undefined {
  return value => values.find(one => one === value);
}

function asArray(value: unknown): unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
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
