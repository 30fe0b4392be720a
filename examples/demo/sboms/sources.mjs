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

import { debianSources } from './debianSources.mjs';
import { npmSources } from './npmSources.mjs';

/*
 * What each SBOM of the demo is made from. `older` and `current` are the two
 * dates; a component without `older` sent its first SBOM in November.
 *
 * kind npm     a manifest written for the demo; the tree below it is what the
 *              npm registry resolves on that date
 * kind source  the lock files of an upstream project, taken out of Debian's
 *              copy of its source
 * kind image   a Debian file system with the named packages installed
 *
 * tool cyclonedx-npm | npm-sbom | cdxgen
 */

export const dates = { older: '2026-08-17', current: '2026-11-16' };
export const folders = { older: '2026-08', current: '2026-11' };
export const toolVersions = {
  npm: '11.19.1',
  '@cyclonedx/cyclonedx-npm': '6.0.1',
  '@cyclonedx/cdxgen': '12.8.4',
};

export const sources = [...npmSources, ...debianSources];
