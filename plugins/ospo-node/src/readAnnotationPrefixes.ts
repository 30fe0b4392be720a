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

import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { OSPO_ANNOTATION_PREFIX } from '@ospo-suite/backstage-plugin-ospo-common';

/**
 * The prefixes of our annotations: our own, and after it the aliases in `ospo.annotationPrefixes`.
 *
 * @public
 */
export function readAnnotationPrefixes(config: Config): string[] {
  const key = 'ospo.annotationPrefixes';
  const aliases = config.getOptionalStringArray(key) ?? [];
  for (const alias of aliases) {
    if (!/^[a-z0-9.-]+\/$/.test(alias)) {
      throw new InputError(
        `'${alias}' in '${key}' is not a prefix; write it like 'example.org/'`,
      );
    }
  }
  return [...new Set([OSPO_ANNOTATION_PREFIX, ...aliases])];
}
