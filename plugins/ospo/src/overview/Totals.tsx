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
import { Tile, Tiles } from '../shared/Tiles';
import { useFormat } from '../shared/useFormat';
import { useOspoLinks } from '../shared/useOspoLinks';

export interface TotalsProps {
  overview: UsageOverview;
}

/** The whole in four numbers, each with how much of it is unknown. */
export function Totals(props: TotalsProps) {
  const { totals, basis } = props.overview;
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  const links = useOspoLinks();
  const relation = (word: 'direct' | 'transitive' | 'unknown') =>
    links.packages({ relation: word });
  const without = basis.components - basis.componentsWithSbom;
  return (
    <Tiles>
      <Tile
        label={t('overview.coverage')}
        value={format.number(basis.componentsWithSbom)}
        hint={t('overview.coverageHint', {
          total: format.number(basis.components),
        })}
        facts={[
          {
            text: t('overview.coverageWithout', {
              value: format.number(without),
            }),
            href: links.components({ sbomState: ['failed', 'none'] }),
            count: without,
          },
        ]}
        href={links.coverage()}
      />
      <Tile
        label={t('overview.packages')}
        value={format.number(totals.packages)}
        hint={t('overview.packagesHint', {
          versions: format.number(totals.packageVersions),
        })}
        href={links.packages()}
      />
      <Tile
        label={t('overview.usages')}
        value={format.number(totals.usages)}
        hint={t('overview.usagesHint')}
        facts={[
          {
            text: t('overview.direct', { value: format.number(totals.direct) }),
            href: relation('direct'),
            count: totals.direct,
          },
          {
            text: t('overview.transitive', {
              value: format.number(totals.transitive),
            }),
            href: relation('transitive'),
            count: totals.transitive,
          },
          {
            text: t('overview.relationUnknown', {
              value: format.number(totals.relationUnknown),
            }),
            href: relation('unknown'),
            count: totals.relationUnknown,
          },
        ]}
        href={links.components({ sort: '-packages' })}
      />
      <Tile
        label={t('overview.licences')}
        value={format.number(totals.licences)}
        hint={t('overview.licencesHint')}
        facts={[
          t('overview.licenceKnown', { count: totals.licenceKnown }),
          {
            text: t('overview.licenceUnknown', {
              count: totals.licenceUnknown,
            }),
            href: links.components({ licenceUnknown: 'true' }),
            count: totals.licenceUnknown,
          },
        ]}
        href={links.licences()}
      />
    </Tiles>
  );
}
