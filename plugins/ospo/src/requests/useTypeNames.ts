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

import { RequestType } from '@ospo-suite/backstage-plugin-ospo-common';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { localText } from './localText';

/** Kinds of request by name. While they load, or when they cannot be loaded, their ids stand in. */
export function useTypeNames(): {
  types: RequestType[];
  nameOf: (id: string) => string;
  options: { value: string; label: string }[];
} {
  const { language } = useFormat();
  const state = useOspo(['request types'], (api, signal) =>
    api.requests.listRequestTypes({ signal }),
  );
  const types = state.status === 'loaded' ? state.value.items : [];
  const nameOf = (id: string) => {
    const type = types.find(item => item.id === id);
    return type ? localText(type.title, language) : id;
  };
  return {
    types,
    nameOf,
    options: types.map(({ id }) => ({ value: id, label: nameOf(id) })),
  };
}
