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
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import { EmptyFace } from '../shared/Faces';
import { fromPathKey } from '../shared/pathKey';
import { Screen } from '../shared/Screen';
import { SubNav } from '../shared/SubNav';
import { useOspoLinks } from '../shared/useOspoLinks';
import { ComponentsView } from './ComponentsView';
import { CoverageView } from './CoverageView';
import { LicencePage } from './LicencePage';
import { LicencesView } from './LicencesView';
import { PackagePage } from './PackagePage';
import { PackagesView } from './PackagesView';

/** The tab "Open source": what is used, under which terms, by whom. */
export function OpenSourceContent() {
  const { t } = useTranslationRef(ospoTranslationRef);
  const links = useOspoLinks();
  const { pathname } = useLocation();
  const views = [
    { id: 'packages', label: t('nav.packages'), href: links.packages() },
    { id: 'licences', label: t('nav.licences'), href: links.licences() },
    { id: 'components', label: t('nav.components'), href: links.components() },
    { id: 'coverage', label: t('nav.coverage'), href: links.coverage() },
  ];
  const current = views.find(
    view => pathname === view.href || pathname.startsWith(`${view.href}/`),
  );
  // Read from the address itself: route parameters cannot tell an encoded slash in a name from a slash.
  const packageKey = fromPathKey(pathname, 'packages');
  const licenceKey = fromPathKey(pathname, 'licences');

  return (
    <Screen>
      <SubNav label={t('nav.label')} items={views} current={current?.id} />
      <Routes>
        <Route index element={<Navigate to="packages" replace />} />
        <Route path="packages" element={<PackagesView />} />
        <Route
          path="packages/*"
          element={
            packageKey ? (
              <PackagePage key={packageKey} purl={packageKey} />
            ) : (
              <NotFound />
            )
          }
        />
        <Route path="licences" element={<LicencesView />} />
        <Route
          path="licences/*"
          element={
            licenceKey ? (
              <LicencePage key={licenceKey} licenceKey={licenceKey} />
            ) : (
              <NotFound />
            )
          }
        />
        <Route path="components" element={<ComponentsView />} />
        <Route path="coverage" element={<CoverageView />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Screen>
  );
}

function NotFound() {
  const { t } = useTranslationRef(ospoTranslationRef);
  return <EmptyFace title={t('face.notFound')} hint={t('face.notFoundHint')} />;
}
