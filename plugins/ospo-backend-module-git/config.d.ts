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

import { HumanDuration } from '@backstage/types';

export interface Config {
  ospo?: {
    innerSource?: {
      /** Repositories that signals are read of with git. Nothing is read without one of `origins` and `fileRoots`. */
      git?: {
        /** Hosts that may be read from. */
        origins?: Array<{
          /**
           * Scheme and host, with the port when it is not the scheme's own: `https://git.example.org`.
           * @visibility backend
           */
          url: string;
          /**
           * Sent with the token. Default `x-access-token`.
           * @visibility backend
           */
          username?: string;
          /**
           * A token or password that may read, where the host wants one.
           * @visibility secret
           */
          token?: string;
        }>;
        /**
         * Folders of this machine below which local repositories, with an address that begins with `file:`, may be
         * read. None by default.
         * @visibility backend
         */
        fileRoots?: string[];
        /**
         * How much of one repository may be taken to this machine. Default 200.
         * @visibility backend
         */
        maxMegabytes?: number;
        /**
         * How long each run of git may take, of which one reading makes several. Default 2 minutes.
         * `ospo.innerSource.signals.readTimeout` ends the reading as a whole.
         * @visibility backend
         */
        timeout?: HumanDuration | string;
        /**
         * The git program. Default `git`.
         * @visibility backend
         */
        command?: string;
      };
    };
  };
}
