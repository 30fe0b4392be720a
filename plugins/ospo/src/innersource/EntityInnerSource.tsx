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

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { AsyncContent } from '../shared/AsyncContent';
import { Screen } from '../shared/Screen';
import { FirstProject } from './FirstProject';
import { ProjectDetails } from './ProjectDetails';
import { isMissing, useProject } from './useProject';

/** The tab of an entity: the project, or how to make it one. */
export function EntityInnerSource() {
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  return (
    <Screen isInset>
      <Loaded key={ref} entityRef={ref} />
    </Screen>
  );
}

function Loaded(props: { entityRef: string }) {
  const { entityRef } = props;
  const state = useProject(entityRef);
  return !isMissing(state) ? (
    <AsyncContent state={state} rows={10}>
      {project => (
        <ProjectDetails
          project={project}
          isOnEntity
          onRefresh={() => state.status === 'loaded' && state.reload()}
        />
      )}
    </AsyncContent>
  ) : (
    <FirstProject entityRef={entityRef} />
  );
}
