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

import { readSbomFile } from '@ospo-suite/sbom-reader';

/** A process of its own that reads one document and tells what memory it took at most. */
async function main() {
  const since = performance.now();
  const reading = await readSbomFile(process.argv[2], {
    limits: { maxBytes: 1_000_000_000, timeoutMs: 120_000 },
  });
  if (!reading.ok) {
    throw new Error(`The reader refused: ${reading.error.message}`);
  }
  process.stdout.write(
    JSON.stringify({
      ms: performance.now() - since,
      components: reading.components.length,
      // In kilobytes of 1,024 bytes, by its documentation.
      peakMegabytes: (process.resourceUsage().maxRSS * 1024) / 1_000_000,
    }),
  );
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
