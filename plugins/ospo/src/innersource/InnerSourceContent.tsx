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
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ospoInnerSourceTranslationRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import {
  Navigate,
  Route,
  Routes,
  useLocation,
  useParams,
} from 'react-router-dom';
import { EmptyFace, WaitingFace } from '../shared/Faces';
import { Screen } from '../shared/Screen';
import { SubNav } from '../shared/SubNav';
import { useIsCoreTeam } from '../shared/useCounts';
import { useOspoLinks } from '../shared/useOspoLinks';
import { ProjectsView } from './ProjectsView';

// Each is a page of its own; the list is what most come for.
const ForMeView = lazy(() =>
  import('./ForMeView').then(m => ({ default: m.ForMeView })),
);
const ProjectPage = lazy(() =>
  import('./ProjectPage').then(m => ({ default: m.ProjectPage })),
);
const OverlapView = lazy(() =>
  import('./OverlapView').then(m => ({ default: m.OverlapView })),
);
const SourcesView = lazy(() =>
  import('./SourcesView').then(m => ({ default: m.SourcesView })),
);

/** The tab "Inner source": what is open inside the organisation, and how to take part. */
export function InnerSourceContent() {
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const links = useOspoLinks();
  const { pathname } = useLocation();
  const isCoreTeam = useIsCoreTeam();
  const items = [
    {
      id: 'projects',
      label: t('innerSource.projects'),
      href: links.projects(),
    },
    {
      id: 'for-me',
      label: t('innerSource.forMe'),
      href: links.projectView('for-me'),
    },
    {
      id: 'exists',
      label: t('innerSource.exists'),
      href: links.projectView('exists'),
    },
    ...(isCoreTeam
      ? [
          {
            id: 'sources',
            label: t('innerSource.sources'),
            href: links.projectView('sources'),
          },
        ]
      : []),
  ];
  return (
    <Screen>
      <SubNav
        label={t('innerSource.nav')}
        items={items}
        current={items.find(item => pathname === item.href)?.id}
      />
      <Suspense fallback={<WaitingFace />}>
        <Routes>
          <Route index element={<Navigate to="projects" replace />} />
          <Route path="projects" element={<ProjectsView />} />
          <Route
            path="projects/:namespace/:kind/:name"
            element={<OneProject />}
          />
          <Route path="for-me" element={<ForMeView />} />
          <Route path="exists" element={<OverlapView />} />
          <Route path="sources" element={<SourcesView />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </Screen>
  );
}

function OneProject() {
  const { namespace, kind, name } = useParams();
  const projectRef = `${kind}:${namespace}/${name}`;
  return <ProjectPage key={projectRef} projectRef={projectRef} />;
}

function NotFound() {
  const { t } = useTranslationRef(ospoTranslationRef);
  return <EmptyFace title={t('face.notFound')} />;
}
