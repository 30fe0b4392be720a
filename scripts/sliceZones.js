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

const fs = require('node:fs');
const path = require('node:path');

/** Rooms that know no slice; every slice may use them. */
const SHARED = ['shared', 'database', 'access', 'api'];

/**
 * Import zones for `import/no-restricted-paths`, one a slice: a slice sees itself, the shared rooms, and the other
 * slices through their index. Made from folder names, so that a new slice is guarded the moment its folder exists.
 */
module.exports = function sliceZones(srcDir, { entryRooms = [] } = {}) {
  const rooms = fs
    .readdirSync(srcDir, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !entryRooms.includes(entry.name))
    .map(entry => entry.name);
  const shared = rooms.filter(room => SHARED.includes(room));
  const slices = rooms.filter(room => !SHARED.includes(room));
  const sliceZones = slices.map(slice => ({
    target: path.join(srcDir, slice),
    from: srcDir,
    except: [
      `./${slice}`,
      ...shared.map(room => `./${room}`),
      ...slices.map(other => `./${other}/index.ts`),
      './routes.ts',
      './translation.ts',
    ],
    message: `'${slice}' may import itself, ${SHARED.join(
      ', ',
    )}, and other slices through their index.ts.`,
  }));
  const sharedZones = shared.map(room => ({
    target: path.join(srcDir, room),
    from: srcDir,
    except: [
      ...shared.map(other => `./${other}`),
      './routes.ts',
      './translation.ts',
    ],
    message: `'${room}' is below the slices and must not know them.`,
  }));
  return [...sliceZones, ...sharedZones];
};
