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

// Sends the demo's older SBOMs through the same door as a CI system would, so that trends and differences show
// something. The current ones are read by the portal itself from the catalog's annotations.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const CATALOG_TIMEOUT_MS = 180_000;

export async function seedDemo({ root, dataDir, portal, onProgress }) {
  const done = path.join(dataDir, 'seeded');
  if (existsSync(done)) {
    return;
  }
  const folder = path.join(root, 'examples/demo/sboms');
  const entries = JSON.parse(
    readFileSync(path.join(folder, 'seed.json'), 'utf8'),
  );
  onProgress(`Sending ${entries.length} older SBOMs of the demo …`);
  const deadline = Date.now() + CATALOG_TIMEOUT_MS;
  for (const entry of entries) {
    await send({ entry, folder, portal, deadline });
  }
  writeFileSync(done, new Date().toISOString());
}

async function send({ entry, folder, portal, deadline }) {
  const [kind, rest] = entry.entityRef.split(':');
  const [namespace, name] = rest.split('/');
  const url = new URL(
    `${portal.backendUrl}/api/ospo/components/${[kind, namespace, name]
      .map(encodeURIComponent)
      .join('/')}/sboms`,
  );
  if (entry.target) {
    url.searchParams.set('target', entry.target);
  }
  if (entry.stream) {
    url.searchParams.set('stream', entry.stream);
  }
  for (;;) {
    const response = await fetch(url, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${portal.token}`,
        'content-type': 'application/octet-stream',
      },
      body: readFileSync(path.join(folder, entry.file)),
    });
    if (response.ok) {
      await response.arrayBuffer();
      return;
    }
    // The catalog reads its files in the background; an entity that is not there yet will be.
    if (response.status !== 404 || Date.now() > deadline) {
      throw new Error(
        `${entry.file} for ${entry.entityRef}: ${response.status} ${(
          await response.text()
        ).slice(0, 300)}`,
      );
    }
    await response.arrayBuffer();
    await delay(1_000);
  }
}
