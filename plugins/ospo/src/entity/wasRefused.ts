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

import { statusOf } from '../shared/errorText';

/**
 * True when the answer says that a document was not taken. Any other failure, such as a broken connection, a gateway's
 * time-out or a fault of the backend, can come after it was stored.
 */
export function wasRefused(error: Error): boolean {
  const status = statusOf(error);
  // 408 is a time-out too.
  return (
    status !== undefined && status >= 400 && status < 500 && status !== 408
  );
}
