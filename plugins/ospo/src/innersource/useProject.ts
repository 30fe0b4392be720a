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

import { InnerSourceProjectDetail } from '@ospo-suite/backstage-plugin-ospo-common';
import { statusOf } from '../shared/errorText';
import { LoadState } from '../shared/useLoad';
import { useOspo } from '../shared/useOspo';

export function useProject(ref: string): LoadState<InnerSourceProjectDetail> {
  return useOspo(['project', ref], (api, signal) =>
    api.innersource.getProject({ ref }, { signal }),
  );
}

/** True when there is no such project, or none that the reader may see. */
export function isMissing(state: LoadState<unknown>): boolean {
  return state.status === 'failed' && statusOf(state.error) === 404;
}
