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

import {
  KubernetesValidatorFunctions,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { EXTERNAL_NAMESPACE } from '../catalogAnnotations';

const { isValidNamespace, isValidObjectName } = KubernetesValidatorFunctions;

/** A full entity ref of what was written, if it is one and of one of these kinds. */
export function fullRef(
  value: unknown,
  options: { kinds: readonly string[]; namespace: string },
): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  const { kinds, namespace } = options;
  try {
    const parts = parseEntityRef(value.trim(), {
      defaultKind: kinds[0],
      defaultNamespace: namespace,
    });
    return kinds.includes(parts.kind.toLowerCase()) &&
      isValidNamespace(parts.namespace) &&
      isValidObjectName(parts.name)
      ? stringifyEntityRef(parts)
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A full ref of who provides a competency. Outside there are organisations only: nobody outside is a user of the
 * catalog.
 */
export function providerRef(
  value: unknown,
  namespace: string,
): string | undefined {
  const ref = fullRef(value, { kinds: ['group', 'user'], namespace });
  return ref?.startsWith(`user:${EXTERNAL_NAMESPACE}/`) ? undefined : ref;
}
