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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AsyncContent } from '../shared/AsyncContent';
import { EmptyFace } from '../shared/Faces';
import { useOspoLinks } from '../shared/useOspoLinks';
import { ProjectDetails } from './ProjectDetails';
import { isMissing, useProject } from './useProject';

export interface ProjectPageProps {
  projectRef: string;
}

/** One project: why and how to take part, what is known of it, and what is left to do. */
export function ProjectPage(props: ProjectPageProps) {
  const { projectRef } = props;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const links = useOspoLinks();
  const state = useProject(projectRef);
  return (
    <>
      <Link href={links.projects()}>{t('project.back')}</Link>
      {isMissing(state) ? (
        <EmptyFace
          title={t('project.notFound')}
          hint={t('project.notFoundHint')}
        />
      ) : (
        <AsyncContent state={state} rows={10}>
          {project => (
            <ProjectDetails
              project={project}
              onRefresh={() => state.status === 'loaded' && state.reload()}
            />
          )}
        </AsyncContent>
      )}
    </>
  );
}
