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
import { countText, useCounts } from '../shared/useCounts';
import { useFormat } from '../shared/useFormat';
import { RequestsView, useOspoLinks } from '../shared/useOspoLinks';
import { MineView } from './MineView';
import { RequestsChangedContext } from './RequestsChangedContext';
import { WaitingView } from './WaitingView';

// Each is a page of its own.
const AskView = lazy(() =>
  import('./ask/AskView').then(m => ({ default: m.AskView })),
);
const FiguresView = lazy(() =>
  import('./FiguresView').then(m => ({ default: m.FiguresView })),
);
const PrecedentPage = lazy(() =>
  import('./PrecedentPage').then(m => ({ default: m.PrecedentPage })),
);
const PrecedentsView = lazy(() =>
  import('./PrecedentsView').then(m => ({ default: m.PrecedentsView })),
);
const RequestPage = lazy(() =>
  import('./RequestPage').then(m => ({ default: m.RequestPage })),
);
const TriageView = lazy(() =>
  import('./TriageView').then(m => ({ default: m.TriageView })),
);

/** The tab "Requests": ask, see where it stands, do what waits. */
export function RequestsContent() {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const links = useOspoLinks();
  const format = useFormat();
  const { pathname } = useLocation();
  // What was sent or finished on one page is counted on the next.
  const counts = useCounts(pathname);
  const known = counts.status === 'loaded' ? counts.value : undefined;
  const isCoreTeam = known?.triage !== undefined;
  const views: { view: RequestsView; count?: number }[] = [
    { view: 'mine', count: known?.mine },
    { view: 'waiting', count: known?.waiting },
    ...(isCoreTeam ? [{ view: 'triage', count: known?.triage } as const] : []),
    { view: 'precedents' },
    ...(isCoreTeam ? [{ view: 'figures' } as const] : []),
  ];
  const items = [
    {
      id: 'ask',
      label: t('requests.ask'),
      href: links.ask(),
      count: undefined,
    },
    ...views.map(({ view, count }) => ({
      id: view as string,
      label: t(`requests.${view}`),
      href: links.requests(view),
      count: count === undefined ? undefined : countText(count, format),
    })),
  ];
  return (
    <Screen>
      <SubNav
        label={t('requests.nav')}
        items={items}
        current={
          items.find(
            ({ href }) => pathname === href || pathname.startsWith(`${href}/`),
          )?.id
        }
      />
      <RequestsChangedContext.Provider
        value={counts.status === 'loaded' ? counts.reload : nothing}
      >
        <Suspense fallback={<WaitingFace />}>
          <Routes>
            <Route index element={<Navigate to="ask" replace />} />
            <Route path="ask" element={<AskView />} />
            <Route path="mine" element={<MineView />} />
            <Route path="waiting" element={<WaitingView />} />
            <Route path="triage" element={<TriageView />} />
            <Route path="precedents" element={<PrecedentsView />} />
            <Route path="precedents/:id" element={<OnePrecedent />} />
            <Route path="figures" element={<FiguresView />} />
            <Route path=":id" element={<OneRequest />} />
            <Route path="*" element={<NotFound />} />
          </Routes>
        </Suspense>
      </RequestsChangedContext.Provider>
    </Screen>
  );
}

function nothing() {}

function OneRequest() {
  const { id = '' } = useParams();
  return <RequestPage key={id} id={id} />;
}

function OnePrecedent() {
  const { id = '' } = useParams();
  return <PrecedentPage key={id} id={id} />;
}

function NotFound() {
  const { t } = useTranslationRef(ospoTranslationRef);
  return <EmptyFace title={t('face.notFound')} />;
}
