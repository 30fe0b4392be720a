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
  ospoOfficeTranslationRef,
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
import { CompetencyView, useOspoLinks } from '../shared/useOspoLinks';
import { DirectoryView } from './DirectoryView';

// Each is a page of its own; the directory is what most come for.
const CompetencyPage = lazy(() =>
  import('./CompetencyPage').then(m => ({ default: m.CompetencyPage })),
);
const CoverageMapView = lazy(() =>
  import('./CoverageMapView').then(m => ({ default: m.CoverageMapView })),
);
const EvidencePackView = lazy(() =>
  import('./EvidencePackView').then(m => ({ default: m.EvidencePackView })),
);
const GapsView = lazy(() =>
  import('./GapsView').then(m => ({ default: m.GapsView })),
);
const LoadView = lazy(() =>
  import('./LoadView').then(m => ({ default: m.LoadView })),
);
const ProfileView = lazy(() =>
  import('./ProfileView').then(m => ({ default: m.ProfileView })),
);

const ownViews: CompetencyView[] = ['profile'];
const coreViews: CompetencyView[] = ['coverage', 'load', 'gaps', 'evidence'];

/** The tab "Competencies": whom to ask about what, and how well that is covered. */
export function CompetenciesContent() {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const links = useOspoLinks();
  const { pathname } = useLocation();
  const isCoreTeam = useIsCoreTeam();
  const items = [
    {
      id: 'directory',
      label: t('competencies.directory'),
      href: links.competencies(),
    },
    ...[...ownViews, ...(isCoreTeam ? coreViews : [])].map(view => ({
      id: view as string,
      label: t(`competencies.${view}`),
      href: links.competencyView(view),
    })),
  ];
  return (
    <Screen>
      <SubNav
        label={t('competencies.nav')}
        items={items}
        current={items.find(item => pathname === item.href)?.id}
      />
      <Suspense fallback={<WaitingFace />}>
        <Routes>
          <Route index element={<Navigate to="directory" replace />} />
          <Route path="directory" element={<DirectoryView />} />
          <Route path="profile" element={<ProfileView />} />
          <Route path="coverage" element={<CoverageMapView />} />
          <Route path="load" element={<LoadView />} />
          <Route path="gaps" element={<GapsView />} />
          <Route path="evidence" element={<EvidencePackView />} />
          <Route path=":namespace/:name" element={<OneCompetency />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </Screen>
  );
}

function OneCompetency() {
  const { namespace, name } = useParams();
  const competencyRef = `competency:${namespace}/${name}`;
  return <CompetencyPage key={competencyRef} competencyRef={competencyRef} />;
}

function NotFound() {
  const { t } = useTranslationRef(ospoTranslationRef);
  return <EmptyFace title={t('face.notFound')} />;
}
