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

import { Suspense } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { UsageCoverage } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { BarChart } from '../shared/ChartOrTable';
import { WaitingFace } from '../shared/Faces';
import { Panel, PartTitle } from '../shared/Screen';
import { ShareBar, ShareLegend } from '../shared/ShareBar';
import { Tile, Tiles } from '../shared/Tiles';
import { useFormat } from '../shared/useFormat';
import { useOspoLinks } from '../shared/useOspoLinks';

export interface CoverageSummaryProps {
  coverage: UsageCoverage;
}

/** All groups together, and how old their SBOMs are. */
export function CoverageSummary(props: CoverageSummaryProps) {
  const { total, ages } = props.coverage;
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  const links = useOspoLinks();
  return (
    <Panel title={t('overview.coverageLong')} actions={<ShareLegend />}>
      <ShareBar parts={total} />
      <Tiles>
        {(['current', 'stale', 'failed', 'none'] as const).map(state => (
          <Tile
            key={state}
            label={t(`word.${state}`)}
            value={format.number(total[state])}
            hint={t('coverage.of', {
              total: format.number(total.components),
            })}
            href={links.components({ sbomState: state })}
          />
        ))}
      </Tiles>
      <PartTitle>{t('coverage.ages')}</PartTitle>
      <Suspense fallback={<WaitingFace rows={4} />}>
        <BarChart
          label={t('coverage.ages')}
          bars={(
            [
              ['under30', ages.under30Days],
              ['under90', ages.under90Days],
              ['under365', ages.under365Days],
              ['older', ages.older],
            ] as const
          ).map(([id, value]) => ({
            id,
            label: t(`coverage.${id}`),
            value,
            text: format.number(value),
          }))}
        />
      </Suspense>
    </Panel>
  );
}
