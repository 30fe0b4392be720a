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

import { ReactElement } from 'react';
import {
  BreadcrumbEntry,
  PageLayout,
  pluginHeaderActionsApiRef,
  routeResolutionApiRef,
  useApi,
  useAppNode,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { rootRouteRef } from '../routes';
import { EmptyFace } from '../shared/Faces';
import { Screen } from '../shared/Screen';
import styles from './TabbedPage.module.css';

/** Our own tabs by the title they are registered with; a title that an operator configures stays as it is. */
const translatedTitles = {
  Overview: 'page.overview',
  'Open source': 'page.openSource',
  Competencies: 'page.competencies',
  Requests: 'page.requests',
  'Inner source': 'page.innerSource',
} as const;

function isTranslated(title: string): title is keyof typeof translatedTitles {
  return title in translatedTitles;
}

export interface TabbedPageProps {
  tabs: { path: string; title?: string; element: ReactElement }[];
}

/** The tabs of the page under the framework's own header, in the reader's language. */
export function TabbedPage(props: TabbedPageProps) {
  const { t } = useTranslationRef(ospoTranslationRef);
  const plugin = useAppNode()?.spec.plugin;
  const headerActions = useApi(pluginHeaderActionsApiRef);
  // Not `useRouteRef`, which draws this again whenever the address changes: the layout is a new component each time it
  // is drawn, and that would take the focus out of a search box while somebody types in it.
  const titleLink = useApi(routeResolutionApiRef).resolve(rootRouteRef)?.();
  const tabs = props.tabs.map(({ path, title = path, element }) => ({
    path,
    element,
    label: isTranslated(title) ? t(translatedTitles[title]) : title,
  }));
  const [first] = tabs;
  return (
    <div className={styles.page}>
      <PageLayout
        title={plugin?.title ?? t('page.title')}
        icon={plugin?.icon}
        titleLink={titleLink}
        headerActions={headerActions.getPluginHeaderActions(
          plugin?.pluginId ?? 'ospo',
        )}
        tabs={tabs.map(({ path, label }) => ({ id: path, label, href: path }))}
      >
        {/* The layout of the framework has none. */}
        <main>
          <Routes>
            {first && (
              <Route index element={<Navigate to={first.path} replace />} />
            )}
            {tabs.map(({ path, label, element }) => (
              <Route
                key={path}
                path={`${path}/*`}
                element={
                  <BreadcrumbEntry entry={{ label, href: path }}>
                    {element}
                  </BreadcrumbEntry>
                }
              />
            ))}
            <Route
              path="*"
              element={
                <NotFound
                  back={
                    first && titleLink
                      ? {
                          name: first.label,
                          href: `${titleLink}/${first.path}`,
                        }
                      : undefined
                  }
                />
              }
            />
          </Routes>
        </main>
      </PageLayout>
    </div>
  );
}

/** An address below the page that no tab has. */
function NotFound(props: { back: { name: string; href: string } | undefined }) {
  const { back } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  return (
    <Screen>
      <EmptyFace title={t('face.notFound')} hint={t('face.notFoundHint')}>
        {back && (
          <ButtonLink variant="secondary" href={back.href}>
            {t('face.notFoundBack', { name: back.name })}
          </ButtonLink>
        )}
      </EmptyFace>
    </Screen>
  );
}
