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
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import styles from '../shared/Office.module.css';
import surface from '../shared/Surface.module.css';
import { WhoCanHelp } from './WhoCanHelp';

/** The card "Who can help" of an entity. */
export function WhoCanHelpCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const entityRef = stringifyEntityRef(entity);
  return (
    <EntityInfoCard title={t('whoCanHelp.title')}>
      <div className={`${surface.surface} ${styles.widget}`}>
        <WhoCanHelp
          key={entityRef}
          about={{ entity: entityRef }}
          name={entity.metadata.title ?? entity.metadata.name}
        />
      </div>
    </EntityInfoCard>
  );
}
