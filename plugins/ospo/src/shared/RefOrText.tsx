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

import { EntityCell } from './EntityCells';

/** Kinds that answers and facts are about; other texts with a colon and a slash, such as package URLs, are no refs. */
const ENTITY_REF =
  /^(api|component|competency|domain|group|resource|system|template|user):[^:/\s]+\/[^:/\s]+$/i;

export function isEntityRef(text: string): boolean {
  return ENTITY_REF.test(text);
}

/** An entity by its title and with the way to it, any other text as it is. */
export function RefOrText(props: { text: string }) {
  const { text } = props;
  return isEntityRef(text) ? (
    <EntityCell entityRef={text} defaultKind="component" />
  ) : (
    <>{text}</>
  );
}
