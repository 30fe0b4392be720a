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
/* eslint-disable jest/no-conditional-expect -- what holds depends on whether the input can be read */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSbomFile } from './readSbomFile';
import { codesOf } from './__testUtils__/builders';
import { CorpusRow, readCorpusIndex } from './__testUtils__/corpus';
import { SbomReading } from './types';

type Good = Extract<SbomReading, { ok: true }>;

const rows = readCorpusIndex();
const readings = new Map<string, SbomReading>();

beforeAll(async () => {
  for (const row of rows) {
    readings.set(row.file, await readSbomFile(row.path));
  }
}, 240_000);

function readingOf(row: CorpusRow): SbomReading {
  const reading = readings.get(row.file);
  if (!reading) {
    throw new Error(`No reading of '${row.file}'`);
  }
  return reading;
}

function isReal(row: CorpusRow): boolean {
  return (
    /real|example|conformance-valid|tool-output|not-an-app|fixture|validation/.test(
      row.category,
    ) && row.format !== 'compressed'
  );
}

/** Documents for which no rule holds; each is explained in docs/sbom-formats.md. */
const EXPLAINED: Readonly<Record<string, number>> = {
  // The described package has the purpose FILE, which the index counts.
  'spdxjson/testdata/identify/2.3.json': -1,
  'snapshot/TestSPDXJSONDirectoryEncoder.golden': -1,
  'snapshot/TestSPDXJSONSPDXIDs.golden': -1,
  // The one entry of "packages" is null.
  'test_fixtures/spdx2_2_null_package.json': -1,
  // The document has four packages; the index estimates YAML.
  'testResources/DifferentFileComment.spdx.yaml': 2,
};

const REASONS = {
  subjectCounted: 'SPDX: the index counts the subject',
  filesCounted: 'SPDX: files are components here',
  xmlElements: 'CycloneDX XML: the index counts every element `component`',
  partsOfSubject: 'CycloneDX JSON: parts of the subject',
  listedTwice: 'Listed twice, counted once',
  subjectListed: 'The subject is listed too',
  explained: 'A document of its own kind',
};

/** Why the number of a document is not that of the index; there can be several reasons. */
function reasonsOf(row: CorpusRow, reading: Good): string[] {
  const { statistics, document } = reading;
  if (statistics.components === row.components) {
    return [];
  }
  const codes = codesOf(reading);
  const isSpdx = row.format.startsWith('SPDX');
  const isXml = row.format === 'CycloneDX-XML';
  const holds: Record<keyof typeof REASONS, boolean> = {
    subjectCounted:
      isSpdx &&
      document.subject !== undefined &&
      document.subject.type !== 'file',
    filesCounted: isSpdx && statistics.components > statistics.packages,
    xmlElements: isXml,
    partsOfSubject: !isSpdx && !isXml && partsOfSubject(row) > 0,
    listedTwice: 'duplicate-component' in codes,
    subjectListed: 'subject-listed' in codes,
    explained: Object.keys(EXPLAINED).some(end => row.file.endsWith(end)),
  };
  return Object.entries(REASONS)
    .filter(([key]) => holds[key as keyof typeof REASONS])
    .map(([, reason]) => reason);
}

/**
 * How many components the index should have for this reading. The index counts by other rules than the reader; each line
 * is a rule of docs/sbom-formats.md.
 */
function expectedInIndex(row: CorpusRow, reading: Good): number {
  const codes = codesOf(reading);
  const doubles =
    (codes['duplicate-component'] ?? 0) + (codes['subject-listed'] ?? 0);
  const listed = reading.statistics.components + doubles;
  const { subject } = reading.document;
  if (row.format === 'CycloneDX-XML') {
    // Every element named component, the subject, the tools and the pedigree among them.
    return listed + componentsElsewhere(row) + (subject ? 1 : 0);
  }
  if (row.format.startsWith('CycloneDX')) {
    return listed - partsOfSubject(row);
  }
  // SPDX: packages only, the subject among them when it is one.
  const subjectIsPackage =
    subject !== undefined && subject.type !== 'file' ? 1 : 0;
  const explained = Object.keys(EXPLAINED).find(end => row.file.endsWith(end));
  return (
    reading.statistics.packages +
    subjectIsPackage +
    doubles -
    (explained === undefined ? 0 : EXPLAINED[explained])
  );
}

function componentsElsewhere(row: CorpusRow): number {
  const text = readFileSync(row.path, 'utf8');
  const parts = text.match(
    /<tools>[^]*?<\/tools>|<pedigree>[^]*?<\/pedigree>/g,
  );
  return ((parts ?? []).join('').match(/<(?:\w+:)?component[\s>]/g) ?? [])
    .length;
}

/** Components within metadata.component, which the index leaves out. */
function partsOfSubject(row: CorpusRow): number {
  const count = (parts: unknown): number =>
    Array.isArray(parts)
      ? parts.reduce((sum, part) => sum + 1 + count(part?.components), 0)
      : 0;
  const document = JSON.parse(
    readFileSync(row.path, 'utf8').replace(/^\ufeff/, ''),
  );
  return count(document?.metadata?.component?.components);
}

describe('the corpus of real documents', () => {
  it('is all there', () => {
    expect(rows.length).toBeGreaterThan(300);
  });

  it('is read without a crash or a timeout', () => {
    for (const row of rows) {
      const reading = readingOf(row);
      if (!reading.ok) {
        expect([
          'reader-failure',
          'timeout',
          'out-of-memory',
          'unreadable',
        ]).not.toContain(reading.error.code);
        expect(reading.error.where).not.toBe('');
      }
    }
  });

  it('refuses no document that is real', () => {
    const refused = rows.filter(row => isReal(row) && !readingOf(row).ok);
    expect(refused.map(row => row.file)).toEqual([]);
  });

  it('refuses what is malformed or says what is wrong with it', () => {
    const silent = rows.filter(row => {
      const reading = readingOf(row);
      return (
        /malformed-or-invalid|malformed\/odd|encoding/.test(row.category) &&
        reading.ok &&
        reading.findings.length === 0
      );
    });
    expect(silent.map(row => row.file.replace(/^.*\//, ''))).toEqual([]);
  });

  it.each(rows.map(row => [row.file, row] as const))(
    'counts the components of %s as the index does, by the rules',
    (_file, row) => {
      const reading = readingOf(row);
      if (reading.ok) {
        expect(expectedInIndex(row, reading)).toBe(row.components);
      } else {
        expect(row.components).toBeLessThanOrEqual(0);
      }
    },
  );

  it('differs from the index for the reasons that the documentation counts', () => {
    const counts = new Map<string, { real: number; all: number }>();
    let differing = 0;
    for (const row of rows) {
      const reading = readingOf(row);
      const reasons = reading.ok ? reasonsOf(row, reading) : [];
      if (reading.ok && reading.statistics.components !== row.components) {
        differing += 1;
        expect([row.file, ...reasons]).not.toEqual([row.file]);
      }
      for (const reason of reasons) {
        const count = counts.get(reason) ?? { real: 0, all: 0 };
        count.real += isReal(row) ? 1 : 0;
        count.all += 1;
        counts.set(reason, count);
      }
    }
    const documented = readFileSync(
      join(__dirname, '../../../docs/sbom-formats.md'),
      'utf8',
    );
    expect(documented).toContain(
      `${rows.length} documents, of which ${differing} differ`,
    );
    for (const reason of Object.values(REASONS)) {
      const { real, all } = counts.get(reason) ?? { real: 0, all: 0 };
      const line = documented
        .split('\n')
        .find(text => text.startsWith(`| ${reason} `));
      expect(
        line
          ?.split('|')
          .slice(1, 4)
          .map(cell => cell.trim()),
      ).toEqual([reason, `${real}`, `${all}`]);
    }
  });

  it('is read as it was before', () => {
    const lines = rows.map(row => {
      const reading = readingOf(row);
      const codes = Object.entries(codesOf(reading)).map(
        ([code, count]) => `${code}×${count}`,
      );
      if (!reading.ok) {
        return `${row.file}\n  refused ${reading.error.code} at ${reading.error.where}`;
      }
      const {
        components,
        packages,
        direct,
        transitive,
        unknown,
        licenceKnown,
        relations,
      } = reading.statistics;
      return `${
        row.file
      }\n  ${components}/${packages} ${direct}+${transitive}+${unknown} licences ${licenceKnown} edges ${relations} ${codes.join(
        ' ',
      )}`;
    });
    const digest = `${lines.join('\n')}\n`;
    const golden = join(__dirname, '__fixtures__', 'corpus.golden.txt');
    if (process.env.UPDATE_GOLDEN === 'yes') {
      writeFileSync(golden, digest);
    }
    expect(digest).toBe(readFileSync(golden, 'utf8'));
  });
});
