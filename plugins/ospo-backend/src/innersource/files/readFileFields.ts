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
import {
  CodeownersRule,
  InnerSourceFinding,
  InnerSourceMetadata,
  readCodeowners,
  readInnerSourceJson,
} from '@ospo-suite/innersource-reader';
import { ProjectFields } from '../discovery/CatalogFacts';
import { cleanLink, cleanList, cleanText } from '../discovery/cleanText';
import { ReadFile } from './FilesReading';
import { readPubliccode } from './readPubliccode';

const MAX_FINDINGS = 30;

export interface ReadFields {
  fields: ProjectFields;
  findings: OspoFinding[];
  /** Whether it is what its name says; what is wrong in one of its fields changes nothing in that. */
  isUnderstood: boolean;
}

/** What a file says of the project in this folder, whatever is in it: what cannot be used is a finding. */
export function readFileFields(
  file: ReadFile,
  bytes: Uint8Array,
  folder: string | undefined,
): ReadFields {
  switch (file) {
    case 'innersource.json': {
      const { metadata, findings } = readInnerSourceJson(bytes);
      const fields = metadata ? metadataFields(metadata) : {};
      return {
        fields,
        findings: findings.slice(0, MAX_FINDINGS).map(toFinding(file)),
        // An object without any field lists a project as well, unless it has fields of something else.
        isUnderstood:
          metadata !== undefined && (saysAny(fields) || findings.length === 0),
      };
    }
    case 'publiccode.yml': {
      if (isPage(bytes)) {
        return aPage('publiccode.yml');
      }
      const { fields, findings } = readPubliccode(bytes);
      return { fields, findings, isUnderstood: saysAny(fields) };
    }
    default: {
      if (isPage(bytes)) {
        return aPage('CODEOWNERS');
      }
      const { rules, findings } = readCodeowners(bytes);
      return {
        fields: { trustedCommitters: ownersOf(rules, folder) },
        findings: findings.slice(0, MAX_FINDINGS).map(toFinding('CODEOWNERS')),
        // Any text is lines of words; only owners tell that these are rules.
        isUnderstood:
          rules.some(rule => rule.owners.length + rule.addresses > 0) ||
          rules.length + findings.length === 0,
      };
    }
  }
}

function saysAny(fields: ProjectFields): boolean {
  return Object.values(fields).some(value =>
    typeof value === 'object'
      ? Object.keys(value).length > 0
      : value !== undefined,
  );
}

/** A page for people, as of a forge that wants a sign-in first; as lines of text or as YAML it might say anything. */
function isPage(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 1000)).toString('latin1');
  return /^[\s\u00ef\u00bb\u00bf]*<(?:!doctype\s|html|head|\?xml|!--)/i.test(
    start,
  );
}

function aPage(file: string): ReadFields {
  return {
    fields: {},
    findings: [
      {
        code: `${codeOf(file)}-is-a-page`,
        severity: 'error',
        where: file,
        message: 'A page of HTML was answered in its place',
        mend: "Look at the token of the host under 'integrations', which may have ended.",
      },
    ],
    isUnderstood: false,
  };
}

/** The reader has cleaned it already but for what may not stand in a database or a link. */
export function metadataFields(
  metadata: Partial<InnerSourceMetadata>,
): ProjectFields {
  return {
    title: cleanText(metadata.title, 200),
    motivation: cleanText(metadata.motivation, 2000),
    contributions: cleanList(metadata.contributions),
    skills: cleanList(metadata.skills),
    topics: cleanList(metadata.topics),
    language: cleanText(metadata.language, 50),
    governanceLevel: metadata.governanceLevel,
    licence: cleanText(metadata.licence, 200),
    logo: cleanLink(metadata.logo),
    docs: cleanLink(metadata.docs),
    trustedCommitters: metadata.trustedCommitters?.map(({ handle, role }) => ({
      handle,
      ...(role ? { role } : {}),
    })),
    channels: metadata.channels?.flatMap(({ type, url }) => {
      const link = cleanLink(url, { mailto: true });
      return link ? [{ type, url: link }] : [];
    }),
  };
}

/** The owners of the last rule that holds for all of the folder, as forges pick them. */
function ownersOf(
  rules: readonly CodeownersRule[],
  folder: string | undefined,
): ProjectFields['trustedCommitters'] {
  const own = rules.filter(({ pattern }) => holdsFor(pattern, folder)).at(-1);
  return own?.owners.slice(0, 50).map(({ handle }) => ({ handle }));
}

function holdsFor(pattern: string, folder: string | undefined): boolean {
  const plain = pattern.replace(/^\/+/, '').replace(/(\/|\/?\*{1,2})+$/, '');
  return (
    plain === '' ||
    (folder !== undefined &&
      (folder === plain || folder.startsWith(`${plain}/`)))
  );
}

function toFinding(file: string): (finding: InnerSourceFinding) => OspoFinding {
  return ({ code, severity, where, message, mend }) => ({
    code: `${codeOf(file)}-${code}`,
    severity,
    where: `${file}: ${where}`,
    message,
    mend,
  });
}

function codeOf(file: string): string {
  return file.toLowerCase().replace(/[^a-z]+/g, '-');
}
