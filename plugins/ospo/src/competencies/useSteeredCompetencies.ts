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

import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { CompetencyRef } from '@ospo-suite/backstage-plugin-ospo-common';
import { useIsCoreTeam } from '../shared/useCounts';
import { useOspo } from '../shared/useOspo';

/** Competencies that the reader steers, as far as is known so far. The backend decides; this only tidies the page. */
export function useSteeredCompetencies(): CompetencyRef[] {
  const identity = useApi(identityApiRef);
  const isCoreTeam = useIsCoreTeam();
  const state = useOspo(['steered', isCoreTeam], async (api, signal) => {
    const [{ ownershipEntityRefs }, { items }] = await Promise.all([
      identity.getBackstageIdentity(),
      api.competencies.listCompetencies({ limit: 200 }, { signal }),
    ]);
    return items.filter(
      ({ ownerRef }) =>
        isCoreTeam ||
        (ownerRef !== undefined && ownershipEntityRefs.includes(ownerRef)),
    );
  });
  return state.status === 'loaded' ? state.value : [];
}
