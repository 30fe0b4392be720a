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

import { ReactNode } from 'react';
import { FailedFace, WaitingFace } from './Faces';
import { LoadState } from './useLoad';

export interface AsyncContentProps<T> {
  state: LoadState<T>;
  /** Rows that are expected, for the waiting face. */
  rows?: number;
  /** Why there may be nothing at this address, where more can be said than that. */
  notFoundHint?: string;
  children: (value: T, isRefreshing: boolean) => ReactNode;
}

/** The waiting and the failed face of a load; `children` draw the empty and the full one. */
export function AsyncContent<T>(props: AsyncContentProps<T>) {
  const { state, rows, notFoundHint, children } = props;
  switch (state.status) {
    case 'waiting':
      return <WaitingFace rows={rows} />;
    case 'failed':
      return (
        <FailedFace
          error={state.error}
          retry={state.retry}
          notFoundHint={notFoundHint}
        />
      );
    default:
      return <>{children(state.value, state.isRefreshing)}</>;
  }
}
