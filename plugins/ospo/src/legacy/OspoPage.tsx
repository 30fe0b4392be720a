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

import { PageWithHeader, TabbedLayout } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { CompetenciesContent } from '../competencies/CompetenciesContent';
import { InnerSourceContent } from '../innersource/InnerSourceContent';
import { OverviewContent } from '../overview/OverviewContent';
import { RequestsContent } from '../requests/RequestsContent';
import { OpenSourceContent } from '../usage/OpenSourceContent';

/** The page with the header that apps of the legacy frontend system do not bring themselves. */
export function OspoPage() {
  const { t } = useTranslationRef(ospoTranslationRef);
  return (
    <PageWithHeader title={t('page.title')} themeId="tool">
      <TabbedLayout>
        <TabbedLayout.Route path="/overview" title={t('page.overview')}>
          <OverviewContent />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/open-source" title={t('page.openSource')}>
          <OpenSourceContent />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/competencies" title={t('page.competencies')}>
          <CompetenciesContent />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/requests" title={t('page.requests')}>
          <RequestsContent />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/inner-source" title={t('page.innerSource')}>
          <InnerSourceContent />
        </TabbedLayout.Route>
      </TabbedLayout>
    </PageWithHeader>
  );
}
