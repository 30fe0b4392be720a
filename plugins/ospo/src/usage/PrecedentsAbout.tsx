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

import { lazy, Suspense } from 'react';
import { statusOf } from '../shared/errorText';
import { FailedFace } from '../shared/Faces';
import { Panel } from '../shared/Screen';
import { useOspo } from '../shared/useOspo';

// The words of the office are loaded where there is something to say with them.
const PrecedentsPanel = lazy(() =>
  import('../requests').then(m => ({ default: m.PrecedentsPanel })),
);

/** As many as are read at a glance. */
const SHOWN = 10;

/** Exactly one of the two. */
export type PrecedentsAboutProps =
  | { packageKey: string }
  | { licenceKey: string };

/** What was decided about a package or a licence before; nothing where nothing was, or nobody may tell the reader. */
export function PrecedentsAbout(props: PrecedentsAboutProps) {
  const state = useOspo(['precedents', props], (api, signal) =>
    api.requests.listPrecedents({ ...props, limit: SHOWN }, { signal }),
  );
  if (state.status === 'failed' && statusOf(state.error) !== 403) {
    return (
      <Panel>
        <FailedFace error={state.error} retry={state.retry} />
      </Panel>
    );
  }
  return state.status === 'loaded' && state.value.items.length > 0 ? (
    <Suspense fallback={null}>
      <PrecedentsPanel precedents={state.value.items} />
    </Suspense>
  ) : null;
}
