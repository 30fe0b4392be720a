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
import { ButtonLink } from '@backstage/ui';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import styles from '../shared/Office.module.css';
import { Panel } from '../shared/Screen';
import { useOspoLinks } from '../shared/useOspoLinks';
import { Checklist } from './Checklist';
import { releaseTemplate } from './checklistTemplates';
import { ProjectPanelProps } from './TakePartPanel';

/** What is missing before the project can be published, and the request that asks for it. */
export function ReleasePanel(props: ProjectPanelProps) {
  const { project } = props;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const links = useOspoLinks();
  return (
    <Panel
      title={t('release.title')}
      actions={
        <ButtonLink
          variant="secondary"
          href={links.ask({ type: 'release-open-source', entity: project.ref })}
        >
          {t('release.ask')}
        </ButtonLink>
      }
    >
      <p className={styles.line}>
        {project.release.every(({ state }) => state === 'met')
          ? t('release.ready')
          : t('release.intro')}
      </p>
      <Checklist
        lines={project.release}
        name={id => t(`release.line.${id}`)}
        mend={id => t(`release.mend.${id}`)}
        template={id => releaseTemplate(id, project)}
        fact={({ id, fact }) =>
          id === 'licences-known' && fact !== undefined
            ? t('check.fact.packages', { value: fact })
            : fact
        }
      />
    </Panel>
  );
}
