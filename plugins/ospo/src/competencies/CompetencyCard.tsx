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
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AskButton } from '../shared/AskButton';
import { AsyncContent } from '../shared/AsyncContent';
import { CoverageBadge } from '../shared/CoverageBadge';
import styles from '../shared/Office.module.css';
import surface from '../shared/Surface.module.css';
import { useOspo } from '../shared/useOspo';
import { useOspoLinks } from '../shared/useOspoLinks';
import { ProvidersTable } from './ProvidersTable';

/** The card on the catalog's own page of a competency. */
export function CompetencyCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const ref = stringifyEntityRef(entity);
  return (
    <EntityInfoCard title={t('competency.who')}>
      <div className={`${surface.surface} ${styles.widget}`}>
        <Loaded key={ref} competencyRef={ref} />
      </div>
    </EntityInfoCard>
  );
}

function Loaded(props: { competencyRef: string }) {
  const ref = props.competencyRef;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const links = useOspoLinks();
  const state = useOspo(['competency', ref], (api, signal) =>
    api.competencies.getCompetency({ ref }, { signal }),
  );
  return (
    <AsyncContent state={state} rows={3}>
      {competency => (
        <>
          <div className={styles.row}>
            <CoverageBadge state={competency.coverage} />
            <Link href={links.competency(ref)}>{t('map.see')}</Link>
            <AskButton about={{ competency: ref }} name={competency.title} />
          </div>
          <ProvidersTable providers={competency.providers} />
        </>
      )}
    </AsyncContent>
  );
}
