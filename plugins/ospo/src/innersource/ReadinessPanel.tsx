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
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import styles from '../shared/Office.module.css';
import { Panel } from '../shared/Screen';
import { Checklist } from './Checklist';
import { readinessTemplate } from './checklistTemplates';
import { ProjectPanelProps } from './TakePartPanel';
import { useLineFact } from './useLineFact';

/** What its owners can do so that others find their way in. */
export function ReadinessPanel(props: ProjectPanelProps) {
  const { project } = props;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const today = new Date().toISOString().slice(0, 10);
  return (
    <Panel title={t('readiness.title')}>
      <p className={styles.line}>{t('readiness.intro')}</p>
      <Checklist
        lines={project.readiness}
        name={id => t(`readiness.line.${id}`)}
        mend={id => t(`readiness.mend.${id}`)}
        template={id => readinessTemplate(id, project, today)}
        fact={useLineFact(project)}
      />
    </Panel>
  );
}
