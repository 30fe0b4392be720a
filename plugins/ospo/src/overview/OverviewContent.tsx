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
import { UsageOverview } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AsyncContent } from '../shared/AsyncContent';
import { Basis } from '../shared/Basis';
import { GetStarted } from '../shared/GetStarted';
import { Panel, Screen } from '../shared/Screen';
import { useOspo } from '../shared/useOspo';
import { useQueryState } from '../shared/useQueryState';
import { Attention } from './Attention';
import { EcosystemsPanel } from './EcosystemsPanel';
import { LicencesPanel } from './LicencesPanel';
import styles from './OverviewContent.module.css';
import { SearchBox } from './SearchBox';
import { SearchResults } from './SearchResults';
import { TopPackages } from './TopPackages';
import { Totals } from './Totals';
import { TrendPanel } from './TrendPanel';

/** The tab "Overview": one search over everything, and the state of the whole. */
export function OverviewContent() {
  const query = useQueryState();
  const q = query.one('q');
  return (
    <Screen>
      <SearchBox query={query} />
      {q ? <SearchResults q={q} /> : <Dashboard />}
    </Screen>
  );
}

function Dashboard() {
  const state = useOspo(['overview'], (api, signal) =>
    api.getOverview({ signal }),
  );
  return (
    <AsyncContent state={state} rows={12}>
      {overview =>
        overview.basis.componentsWithSbom === 0 ? (
          <NothingYet overview={overview} />
        ) : (
          <Full overview={overview} />
        )
      }
    </AsyncContent>
  );
}

function NothingYet(props: { overview: UsageOverview }) {
  const { overview } = props;
  return (
    <>
      <GetStarted />
      <Attention overview={overview} />
      <Basis basis={overview.basis} />
    </>
  );
}

function Full(props: { overview: UsageOverview }) {
  const { overview } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  return (
    <>
      <Panel title={t('overview.totals')}>
        <Totals overview={overview} />
        <Basis basis={overview.basis} />
      </Panel>
      <div className={styles.pair}>
        <Attention overview={overview} />
        <TrendPanel points={overview.trend} />
      </div>
      <div className={styles.pair}>
        <TopPackages packages={overview.topPackages} />
        <div className={styles.column}>
          <LicencesPanel overview={overview} />
          <EcosystemsPanel ecosystems={overview.ecosystems} />
        </div>
      </div>
    </>
  );
}
