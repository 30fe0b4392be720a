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

import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanSpool, spoolFileName } from './cleanSpool';
import { SbomSpool } from './SbomSpool';

const ID = '123e4567-e89b-42d3-a456-426614174000';

/** The id of a process that is no more. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

async function aFolder(): Promise<string> {
  return await mkdtemp(join(tmpdir(), 'ospo-spool-'));
}

describe('cleanSpool', () => {
  const now = () => new Date('2026-03-01T00:00:00Z');

  it('removes what dead processes of this machine left, and nothing else', async () => {
    const folder = await aFolder();
    const dead = spoolFileName(ID, { pid: deadPid(), token: 'ab12' });
    const ours = spoolFileName(ID);
    const parents = spoolFileName(ID, { pid: process.ppid, token: 'ab12' });
    const elsewhere = `sbom-other.host-${deadPid()}-${ID}`;
    const strange = 'notes.txt';
    for (const name of [dead, ours, parents, elsewhere, strange]) {
      await writeFile(join(folder, name), 'x');
      await utimes(join(folder, name), now(), now());
    }

    expect(await cleanSpool({ folder, now })).toBe(1);

    expect((await readdir(folder)).sort()).toEqual(
      [ours, parents, elsewhere, strange].sort(),
    );
  });

  it('removes what a process with our own id left, as in a container that was started again', async () => {
    const folder = await aFolder();
    const ours = spoolFileName(ID);
    const before = spoolFileName(ID, { pid: process.pid, token: 'ab12' });
    // As releases named them that knew of no token.
    const old = before.replace('-tab12', '');
    for (const name of [ours, before, old]) {
      await writeFile(join(folder, name), 'x');
    }

    expect(await cleanSpool({ folder, now })).toBe(2);

    expect(await readdir(folder)).toEqual([ours]);
  });

  it("removes another machine's after a day", async () => {
    const folder = await aFolder();
    const path = join(folder, `sbom-other.host-1-${ID}`);
    await writeFile(path, 'x');
    const old = new Date('2026-02-27T00:00:00Z');
    await utimes(path, old, old);

    expect(await cleanSpool({ folder, now })).toBe(1);
  });

  it('does nothing without a folder', async () => {
    expect(await cleanSpool({ folder: '/does/not/exist', now })).toBe(0);
  });
});

describe('SbomSpool', () => {
  it('writes files that only we can read', async () => {
    const folder = join(await aFolder(), 'spool');
    const spool = SbomSpool.create({ folder });
    for (const size of [10, 3 * 1024 * 1024]) {
      const spooled = await spool.receive(
        (async function* bytes() {
          yield Buffer.alloc(size);
        })(),
        { maxBytes: 2 ** 30 },
      );
      const { mode, size: written } = await stat(await spooled.file());
      expect({ mode: mode % 0o1000, written }).toEqual({
        mode: 0o600,
        written: size,
      });
      await spooled.remove();
    }
    expect((await stat(folder)).mode % 0o1000).toBe(0o700);
    expect(await readdir(folder)).toEqual([]);
  });
});
