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

import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isError } from '@backstage/errors';

const FILE_NAME =
  /^sbom-([A-Za-z0-9.-]+)-(\d+)(?:-t([0-9a-f]+))?-[0-9a-f-]{36}$/;
/** No document takes that long, whoever's it is. */
const MAX_AGE_MS = 24 * 60 * 60 * 1000;

/** Tells this process from one before it that had the same id, as the first of a container always has. */
const TOKEN = randomBytes(8).toString('hex');

/** The process that a file belongs to. */
export interface SpoolOwner {
  pid: number;
  token: string;
}

export function spoolFileName(
  id: string,
  owner: SpoolOwner = { pid: process.pid, token: TOKEN },
): string {
  return `sbom-${spoolHost()}-${owner.pid}-t${owner.token}-${id}`;
}

/** Whose a file is; undefined when it is no spooled document. */
export function spoolFileOwner(
  name: string,
): { host: string; pid: number; token: string | undefined } | undefined {
  const match = FILE_NAME.exec(name);
  return match
    ? { host: match[1], pid: Number(match[2]), token: match[3] }
    : undefined;
}

/**
 * Removes what processes left behind that ended in the middle of a document: files of processes of this machine that
 * are no more, and any that are a day old. Gives how many it removed.
 */
export async function cleanSpool(options: {
  folder: string;
  now: () => Date;
}): Promise<number> {
  let removed = 0;
  for (const name of await filesIn(options.folder)) {
    const owner = spoolFileOwner(name);
    if (!owner) {
      continue;
    }
    const path = join(options.folder, name);
    const isHere = owner.host === spoolHost();
    const isOurPid = isHere && owner.pid === process.pid;
    const isOurs = isOurPid && owner.token === TOKEN;
    const isDead = isOurPid || (isHere && !isAlive(owner.pid));
    if (!isOurs && (isDead || (await isOld(path, options.now())))) {
      await rm(path, { force: true });
      removed++;
    }
  }
  return removed;
}

function spoolHost(): string {
  return hostname().replace(/[^A-Za-z0-9.-]/g, '');
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      return [];
    }
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, and is alive.
    return isError(error) && error.code === 'EPERM';
  }
}

async function isOld(path: string, now: Date): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(path);
    return now.getTime() - mtimeMs > MAX_AGE_MS;
  } catch {
    // Its own process removed it meanwhile.
    return false;
  }
}
