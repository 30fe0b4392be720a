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
import { Link } from '@backstage/ui';
import {
  UsageComponentDetail,
  UsageRelation,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { Panel } from '../shared/Screen';
import { StateBadge, ToneBadge } from '../shared/StateBadge';
import { Tile, Tiles } from '../shared/Tiles';
import { useFormat } from '../shared/useFormat';
import { withQuery } from '../shared/useOspoLinks';
import styles from './EntitySummary.module.css';
import { failureView, hasFailure, stateSentence } from './nextStep';

export interface EntitySummaryProps {
  component: UsageComponentDetail;
}

/** The state of one component, and what is in its SBOMs. */
export function EntitySummary(props: EntitySummaryProps) {
  const { component } = props;
  const { counts, sbomState, lastSbomAt } = component;
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  const rows = (query: Record<string, string>) =>
    withQuery('', { view: 'packages', ...query });
  const fact = (
    relation: UsageRelation,
    key: 'overview.direct' | 'overview.transitive' | 'overview.relationUnknown',
    count: number,
  ) => ({
    text: t(key, { value: format.number(count) }),
    href: rows({ relation }),
    count,
  });
  return (
    <Panel title={t('entity.title')}>
      {sbomState !== 'failed' && (
        <p className={styles.state}>
          <StateBadge state={sbomState} /> {t(stateSentence[sbomState])}{' '}
          {lastSbomAt &&
            `${t('entity.received', { date: format.dateTime(lastSbomAt) })}.`}
        </p>
      )}
      {(sbomState === 'failed' || hasFailure(component)) && (
        <p className={styles.state}>
          <ToneBadge tone="bad">{t('word.failed')}</ToneBadge>{' '}
          {t(
            sbomState === 'failed'
              ? stateSentence.failed
              : 'entity.newestFailed',
          )}{' '}
          <Link href={withQuery('', { view: failureView(component) })}>
            {t('entity.nextFailed')}
          </Link>
        </p>
      )}
      {counts && (
        <Tiles>
          <Tile
            label={t('entity.packages')}
            value={format.number(counts.packages)}
            facts={[
              fact('direct', 'overview.direct', counts.direct),
              fact('transitive', 'overview.transitive', counts.transitive),
              fact(
                'unknown',
                'overview.relationUnknown',
                counts.relationUnknown,
              ),
            ]}
            href={rows({})}
          />
          <Tile
            label={t('entity.licences')}
            value={format.number(component.licences.length)}
            facts={[
              t('overview.licenceKnown', { count: counts.licenceKnown }),
              t('overview.licenceUnknown', { count: counts.licenceUnknown }),
            ]}
            href={withQuery('', { view: 'licences' })}
          />
          <Tile
            label={t('entity.findings')}
            value={format.number(component.findings.length)}
            href={withQuery('', { view: 'findings' })}
          />
        </Tiles>
      )}
    </Panel>
  );
}
