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

import { Fragment } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  CompetencyDetail,
  CompetencyRef,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoOfficeTranslationRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { Missing } from '../shared/EntityCells';
import { Facts } from '../shared/Facts';
import { RefLink, RefLinks } from '../shared/RefLinks';
import { ToneBadge } from '../shared/StateBadge';
import { useFormat } from '../shared/useFormat';
import { useOspoLinks } from '../shared/useOspoLinks';

export interface CompetencyFactsProps {
  competency: CompetencyDetail;
}

/** Who steers it, where it belongs, how fast it answers, and which norms it serves. */
export function CompetencyFacts(props: CompetencyFactsProps) {
  const { competency } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const links = useOspoLinks();
  const { parents, children, onDuty, precedents, externalIds } = competency;
  return (
    <Facts
      facts={[
        {
          label: t('competency.owner'),
          value: <Owner competency={competency} />,
        },
        {
          label: t('competency.onDuty'),
          value: onDuty.length > 0 ? <RefLinks refs={onDuty} /> : <Missing />,
        },
        {
          label: t('competency.speed'),
          value: <Speed competency={competency} />,
        },
        {
          label: t('competency.precedents'),
          value:
            precedents > 0 ? (
              <Link
                href={links.requests('precedents', {
                  competency: competency.ref,
                })}
              >
                {t('competency.precedentsCount', { count: precedents })}
              </Link>
            ) : (
              t('competency.precedentsNone')
            ),
        },
        {
          label: t('competency.target'),
          value: t('competency.targetValue', {
            count: competency.minProviders,
          }),
        },
        ...(parents.length > 0
          ? [
              {
                label: t('competency.partOf'),
                value: <Competencies refs={parents} />,
              },
            ]
          : []),
        ...(children.length > 0
          ? [
              {
                label: t('competency.parts'),
                value: <Competencies refs={children} />,
              },
            ]
          : []),
        ...(Object.keys(externalIds).length > 0
          ? [
              {
                label: t('competency.norms'),
                value: Object.entries(externalIds)
                  .map(([frame, ids]) => `${frame}: ${ids.join(', ')}`)
                  .join('; '),
              },
            ]
          : []),
      ]}
    />
  );
}

function Owner(props: CompetencyFactsProps) {
  const { ownerRef, ownerState } = props.competency;
  const { t } = useTranslationRef(ospoTranslationRef);
  return ownerRef ? (
    <RefLink entityRef={ownerRef} isMissing={ownerState === 'missing'} />
  ) : (
    <ToneBadge tone="warn">{t('list.noOwner')}</ToneBadge>
  );
}

function Competencies(props: { refs: CompetencyRef[] }) {
  const links = useOspoLinks();
  return (
    <>
      {props.refs.map(({ ref, title }, index) => (
        <Fragment key={ref}>
          {index > 0 && ', '}
          <Link href={links.competency(ref)}>{title}</Link>
        </Fragment>
      ))}
    </>
  );
}

/** A median comes with the number of what it was measured over; without measurements it is unknown. */
function Speed(props: CompetencyFactsProps) {
  const { n, medianAckHours, medianDoneHours, since } = props.competency.speed;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  const parts = [
    medianAckHours !== undefined &&
      t('competency.speedAck', { count: medianAckHours }),
    medianDoneHours !== undefined &&
      t('competency.speedDone', { count: medianDoneHours }),
  ].filter(Boolean);
  if (n === 0 || parts.length === 0) {
    return <>{t('competency.speedUnknown')}</>;
  }
  return (
    <>
      {parts.join(', ')} (
      {t('competency.speedN', { count: n, since: format.date(since) })})
    </>
  );
}
