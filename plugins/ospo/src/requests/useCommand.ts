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

import { useContext, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  RequestCommand,
  RequestDetail,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoApiRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { statusOf } from '../shared/errorText';
import { Action, useAction } from '../shared/useAction';
import { RequestsChangedContext } from './RequestsChangedContext';

/** Giving a command to a request, against the version that the person looks at. */
export interface Commanding extends Action {
  /** True when somebody else changed the request since it was loaded. */
  isStale: boolean;
  give(command: RequestCommand): Promise<boolean>;
}

export function useCommand(
  request: RequestDetail,
  onChanged: (request: RequestDetail, command: RequestCommand) => void,
): Commanding {
  const ospo = useApi(ospoApiRef);
  const action = useAction();
  const announce = useContext(RequestsChangedContext);
  const [staleVersion, setStaleVersion] = useState<number>();
  const wasStale = action.error !== undefined && statusOf(action.error) === 409;
  const isStale = wasStale && staleVersion === request.version;
  return {
    ...action,
    // Once the newest version is there, the refusal of an older one is of no interest.
    error: wasStale && !isStale ? undefined : action.error,
    isStale,
    give: command => {
      setStaleVersion(request.version);
      return action.run(async () => {
        onChanged(
          await ospo.requests.commandRequest(request.id, {
            version: request.version,
            command,
          }),
          command,
        );
        announce();
      });
    },
  };
}
