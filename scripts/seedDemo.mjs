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

// Sends the demo's older SBOMs through the same door as a CI system would, as of the day on which they were made, so
// that trends and differences show what changed since. The current ones are read by the portal itself from the catalog's
// annotations; that waits for the older ones, because history can only be imported before anything newer.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const CATALOG_TIMEOUT_MS = 180_000;

const TASK_TIMEOUT_MS = 60_000;
const HELD_MINUTES = 10;

/** What keeps the portal from reading SBOMs by itself until `seedDemo` lets it; nothing when it has been. */
export function seedEnv({ dataDir }) {
  return isSeeded(dataDir)
    ? {}
    : {
        APP_CONFIG_ospo_sboms_schedule: JSON.stringify({
          frequency: { cron: everyMinuteButTheNext(HELD_MINUTES) },
          timeout: { minutes: 10 },
        }),
      };
}

/** An initial delay would do, if a task that waits for one could be woken. */
function everyMinuteButTheNext(held) {
  const now = new Date().getMinutes();
  const minutes = Array.from(
    { length: 60 - held },
    (_, index) => (now + held + index) % 60,
  );
  return `${minutes.sort((a, b) => a - b).join(',')} * * * *`;
}

export async function seedDemo(options) {
  if (isSeeded(options.dataDir)) {
    return;
  }
  try {
    await sendAll(options);
  } finally {
    options.onProgress('Reading the current SBOMs …');
    await readAnnotations(options.portal);
  }
}

function isSeeded(dataDir) {
  return existsSync(path.join(dataDir, 'seeded'));
}

async function sendAll({ root, dataDir, portal, onProgress }) {
  const folder = path.join(root, 'examples/demo/sboms');
  const entries = JSON.parse(
    readFileSync(path.join(folder, 'seed.json'), 'utf8'),
  );
  onProgress(`Sending ${entries.length} older SBOMs of the demo …`);
  const deadline = Date.now() + CATALOG_TIMEOUT_MS;
  for (const entry of entries) {
    await send({ entry, folder, portal, deadline });
  }
  writeFileSync(path.join(dataDir, 'seeded'), new Date().toISOString());
}

/** Has the portal read its catalog and then the SBOMs that it names, now and not when their turn comes. */
async function readAnnotations(portal) {
  for (const id of ['usage-read-catalog', 'usage-read-sboms']) {
    const before = await lastRunOf(portal, id);
    await askScheduler(portal, `/${id}/trigger`, { method: 'POST' });
    const deadline = Date.now() + TASK_TIMEOUT_MS;
    while ((await lastRunOf(portal, id)) === before && Date.now() < deadline) {
      await delay(500);
    }
  }
}

/** When a task last came to its end; the time only serves to tell one run from another. */
async function lastRunOf(portal, id) {
  const response = await askScheduler(portal, '', { method: 'GET' });
  const { tasks } = await response.json();
  return tasks.find(({ taskId }) => taskId === id)?.taskState?.lastRunEndedAt;
}

async function askScheduler(portal, where, { method }) {
  const response = await fetch(
    `${portal.backendUrl}/api/ospo/.backstage/scheduler/v1/tasks${where}`,
    { method, headers: { authorization: `Bearer ${portal.token}` } },
  );
  // Running already is as good as triggered.
  if (!response.ok && response.status !== 409) {
    throw new Error(
      `The current SBOMs could not be read at once: ${response.status} ${(
        await response.text()
      ).slice(0, 300)}`,
    );
  }
  return response;
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
  if (entry.asOf) {
    url.searchParams.set('asOf', entry.asOf);
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
