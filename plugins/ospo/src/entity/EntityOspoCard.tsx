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

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityInfoCard,
  useEntity,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { UsageComponentDetail } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { StateBadge } from '../shared/StateBadge';
import surface from '../shared/Surface.module.css';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { withQuery } from '../shared/useOspoLinks';
import { ComponentContent } from './ComponentContent';
import styles from './EntityOspoCard.module.css';
import { hasFailure, nextStep, stateSentence } from './nextStep';

/** The state of a component's open source, and the one thing to do next. */
export function EntityOspoCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(ospoTranslationRef);
  const entityRef = stringifyEntityRef(entity);
  return (
    <EntityInfoCard title={t('entity.title')}>
      <div className={`${surface.surface} ${styles.card}`}>
        {/* Nothing of one component is shown on the page of the next. */}
        <Loaded key={entityRef} entityRef={entityRef} />
      </div>
    </EntityInfoCard>
  );
}

function Loaded(props: { entityRef: string }) {
  const { entityRef } = props;
  const state = useOspo(['component', entityRef], (api, signal) =>
    api.getComponent(entityRef, { signal }),
  );
  return (
    <ComponentContent state={state} rows={3}>
      {component => <Full component={component} />}
    </ComponentContent>
  );
}

function Full(props: { component: UsageComponentDetail }) {
  const { component } = props;
  const { counts, sbomState, lastSbomAt } = component;
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  return (
    <>
      <p className={styles.line}>
        <StateBadge state={sbomState} /> {t(stateSentence[sbomState])}{' '}
        {lastSbomAt &&
          `${t('entity.received', { date: format.date(lastSbomAt) })}.`}{' '}
        {sbomState !== 'failed' &&
          hasFailure(component) &&
          t('entity.newestFailed')}
      </p>
      {counts ? (
        <dl className={styles.facts}>
          <Fact name={t('field.packages')} count={counts.packages} />
          <Fact name={t('field.directly')} count={counts.direct} />
          <Fact
            name={t('field.licenceUnknown')}
            count={counts.licenceUnknown}
          />
        </dl>
      ) : (
        <p className={styles.line}>{t('entity.unknown')}</p>
      )}
      <p className={styles.line}>
        <strong>{t('entity.next')}:</strong> <Next component={component} />
      </p>
    </>
  );
}

function Fact(props: { name: string; count: number }) {
  const format = useFormat();
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{format.number(props.count)}</dd>
    </div>
  );
}

function Next(props: { component: UsageComponentDetail }) {
  const { component } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const entityLink = useEntityRefLink();
  const tab = (view: string) =>
    withQuery(`${entityLink(component.entityRef)}/open-source`, { view });
  const next = nextStep(component);
  switch (next.step) {
    case 'send-first':
      return <Link href={tab('upload')}>{t('entity.nextNone')}</Link>;
    case 'send-new':
      return <Link href={tab('upload')}>{t('entity.nextStale')}</Link>;
    case 'see-failure':
      return <Link href={tab(next.view)}>{t('entity.nextFailed')}</Link>;
    case 'see-licences':
      return (
        <Link href={tab('licences')}>
          {t('entity.nextLicence', { count: next.count })}
        </Link>
      );
    case 'see-findings':
      return (
        <Link href={tab('findings')}>
          {t('entity.nextFindings', { count: next.count })}
        </Link>
      );
    default:
      return <Link href={tab('packages')}>{t('entity.nextNothing')}</Link>;
  }
}
