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

import { StoredRequest } from '../store/StoredRequest';
import { Announcement } from './announcementsOf';
import { ExpiringPrecedent } from './OutboxMessage';

/** Tells people what happened. Rejects when they could not be told, so that it is tried again. */
export interface RequestNotifier {
  tell(
    stored: StoredRequest,
    announcement: Announcement,
    options: {
      /** Whether it was never tried before. */
      isFirst: boolean;
    },
  ): Promise<void>;
  /** A published decision ends soon; somebody should look at it again. */
  precedentExpires(precedent: ExpiringPrecedent): Promise<void>;
}
