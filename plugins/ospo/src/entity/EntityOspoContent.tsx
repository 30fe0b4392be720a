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

import { useState } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { UsageComponentDetail } from '@ospo-suite/backstage-plugin-ospo-common';
import {
  isSbomAvailable,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { EmptyFace } from '../shared/Faces';
import { GetStarted } from '../shared/GetStarted';
import { Panel, Screen } from '../shared/Screen';
import { SubNav } from '../shared/SubNav';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { withQuery } from '../shared/useOspoLinks';
import { useQueryState } from '../shared/useQueryState';
import { ComponentContent } from './ComponentContent';
import { EntityLicences } from './EntityLicences';
import { EntityPackages } from './EntityPackages';
import { EntitySummary } from './EntitySummary';
import { FindingList } from './FindingList';
import { History } from './History';
import { failureView } from './nextStep';
import { SourceList } from './SourceList';
import { UploadPanel } from './UploadPanel';

const views = [
  'packages',
  'licences',
  'findings',
  'sources',
  'history',
  'upload',
] as const;

/** The tab "Open source" of an entity. */
export function EntityOspoContent() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(ospoTranslationRef);
  const entityRef = stringifyEntityRef(entity);
  if (!isSbomAvailable(entity)) {
    return (
      <Screen isInset>
        <EmptyFace title={t('entity.notTracked')} />
      </Screen>
    );
  }
  return (
    <Screen isInset>
      <Loaded key={entityRef} entityRef={entityRef} />
    </Screen>
  );
}

function Loaded(props: { entityRef: string }) {
  const { entityRef } = props;
  const state = useOspo(['component', entityRef], (api, signal) =>
    api.getComponent(entityRef, { signal }),
  );
  return (
    <ComponentContent state={state} rows={8}>
      {component => (
        <Full
          component={component}
          reload={state.status === 'loaded' ? state.reload : () => {}}
        />
      )}
    </ComponentContent>
  );
}

/** Where a reader begins: with what is there, or what went wrong, or what can be done. */
function firstView(component: UsageComponentDetail): (typeof views)[number] {
  if (component.snapshots.length > 0) {
    return 'packages';
  }
  return component.sbomState === 'failed' ? failureView(component) : 'upload';
}

interface FullProps {
  component: UsageComponentDetail;
  reload: () => void;
}

function Full(props: FullProps) {
  const { component, reload } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  const query = useQueryState();
  const hasSbom = component.snapshots.length > 0;
  // Decided once: a document that is stored meanwhile is no reason to take the report of it away.
  const [first] = useState(() => firstView(component));
  const view = views.find(word => word === query.one('view')) ?? first;
  const counts: Partial<Record<(typeof views)[number], number>> = {
    packages: component.counts?.packages,
    licences: hasSbom ? component.licences.length : undefined,
    findings: component.findings.length,
    sources: component.sources.length,
  };

  return (
    <>
      <EntitySummary component={component} />
      <SubNav
        label={t('entity.views')}
        current={view}
        items={views
          .filter(word => word !== 'upload' || component.may.upload)
          .map(word => ({
            id: word,
            label: t(`entity.${word}`),
            href: withQuery('', { view: word }),
            count:
              counts[word] === undefined
                ? undefined
                : format.number(counts[word]),
          }))}
      />
      <Panel title={t(`entity.${view}`)}>
        <View view={view} component={component} reload={reload} />
      </Panel>
      {component.sbomState === 'none' && (
        <GetStarted
          entityRef={component.entityRef}
          isBelowUpload={component.may.upload && view === 'upload'}
        />
      )}
    </>
  );
}

function View(props: FullProps & { view: (typeof views)[number] }) {
  const { view, component, reload } = props;
  switch (view) {
    case 'licences':
      return <EntityLicences component={component} />;
    case 'findings':
      return (
        <FindingList
          findings={component.findings}
          hasDocument={component.snapshots.length > 0}
        />
      );
    case 'sources':
      return <SourceList sources={component.sources} />;
    case 'history':
      return <History entityRef={component.entityRef} />;
    case 'upload':
      return <UploadPanel component={component} onChanged={reload} />;
    default:
      return <EntityPackages component={component} />;
  }
}
