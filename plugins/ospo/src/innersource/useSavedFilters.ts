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

import { useEffect, useMemo, useState } from 'react';
import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { readSavedFilters, SavedFilter } from './savedFilterRules';

const KEY = 'saved-filters';

/** The reader's saved filters, where the portal keeps what belongs to a reader. */
export function useSavedFilters(): {
  saved: SavedFilter[];
  save: (filters: SavedFilter[]) => Promise<void>;
} {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(
    () => storage.forBucket('ospo-inner-source'),
    [storage],
  );
  const [stored, setStored] = useState<unknown>(
    () => bucket.snapshot(KEY).value,
  );
  useEffect(() => {
    setStored(bucket.snapshot(KEY).value);
    const subscription = bucket
      .observe$(KEY)
      .subscribe(snapshot => setStored(snapshot.value));
    return () => subscription.unsubscribe();
  }, [bucket]);
  return {
    saved: useMemo(() => readSavedFilters(stored), [stored]),
    save: filters =>
      bucket.set(
        KEY,
        filters.map(filter => ({ ...filter })),
      ),
  };
}
