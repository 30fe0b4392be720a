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
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AskButton } from '../shared/AskButton';
import { AsyncContent } from '../shared/AsyncContent';
import styles from '../shared/Office.module.css';
import { ToneBadge } from '../shared/StateBadge';
import surface from '../shared/Surface.module.css';
import { useOspoLinks } from '../shared/useOspoLinks';
import { FirstProject } from './FirstProject';
import { LabelBadges, UnknownLabels } from './LabelBadge';
import { MarkBadges } from './projectBadges';
import { isMissing, useProject } from './useProject';

/** The card of an entity: how far it is open, how it stands, and the way to take part. */
export function InnerSourceCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const ref = stringifyEntityRef(entity);
  return (
    <EntityInfoCard title={t('project.card')}>
      <div className={`${surface.surface} ${styles.widget}`}>
        <Loaded key={ref} entityRef={ref} />
      </div>
    </EntityInfoCard>
  );
}

function Loaded(props: { entityRef: string }) {
  const ref = props.entityRef;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const links = useOspoLinks();
  const state = useProject(ref);
  return !isMissing(state) ? (
    <AsyncContent state={state} rows={3}>
      {project => (
        <>
          <p className={styles.line}>
            {project.motivation ?? t('project.noMotivation')}
          </p>
          <div className={styles.row}>
            {project.governanceLevel && (
              <ToneBadge tone="note">
                {t(`governance.${project.governanceLevel}`)}
              </ToneBadge>
            )}
            <MarkBadges marks={project.marks} />
            <LabelBadges labels={project.labels} />
          </div>
          <UnknownLabels labels={project.labels} />
          <div className={styles.row}>
            <Link href={links.project(ref)}>{t('project.see')}</Link>
            <AskButton about={{ entity: ref }} name={project.title} />
          </div>
        </>
      )}
    </AsyncContent>
  ) : (
    <FirstProject entityRef={ref} />
  );
}
