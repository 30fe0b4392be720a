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

import { SbomFinding, SbomReading } from '../types';

/** One line of `--json`: the same keys for every document, null for what is not known. */
export function formatAsJson(file: string, reading: SbomReading): string {
  if (!reading.ok) {
    return JSON.stringify({
      file,
      ok: false,
      format: null,
      specVersion: null,
      components: null,
      packages: null,
      relations: null,
      findings: reading.findings,
      error: reading.error,
    });
  }
  const { document, statistics, findings } = reading;
  return JSON.stringify({
    file,
    ok: true,
    format: document.format,
    specVersion: document.specVersion,
    components: statistics.components,
    packages: statistics.packages,
    relations: statistics.relations,
    findings,
    error: null,
  });
}

/** A few lines for people. */
export function formatForPeople(file: string, reading: SbomReading): string {
  const lines = [onOneLine(file)];
  if (!reading.ok) {
    const { code, where, message, mend } = reading.error;
    lines.push(`  refused: ${message} (${code}), at ${where}`, `  ${mend}`);
  } else {
    const { document, statistics } = reading;
    const {
      components,
      packages,
      direct,
      transitive,
      unknown,
      licenceKnown,
      licenceUnknown,
    } = statistics;
    lines.push(
      `  ${document.format} ${document.specVersion} (${document.serialization})`,
      `  components ${components}, packages ${packages}: direct ${direct}, transitive ${transitive}, unknown ${unknown}`,
      `  licences known ${licenceKnown}, unknown ${licenceUnknown}`,
    );
  }
  lines.push(...reading.findings.map(formatFinding));
  return lines.join('\n');
}

function formatFinding(finding: SbomFinding): string {
  const { severity, code, count, where, message } = finding;
  return `  ${severity}: ${message} (${code}), ${count} ×, first at ${where}`;
}

/** A file name may hold control characters, which a terminal would obey. */
function onOneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?');
}
