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
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { ButtonLink } from '@backstage/ui';
import { InnerSourceProjectDetail } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { RiGitRepositoryLine } from '@remixicon/react';
import { AskButton } from '../shared/AskButton';
import styles from '../shared/Office.module.css';
import { safeHref } from '../shared/safeHref';
import { ScreenHead } from '../shared/Screen';
import { ToneBadge } from '../shared/StateBadge';
import own from './InnerSource.module.css';
import { MarkBadges } from './projectBadges';

export interface ProjectHeadProps {
  project: InnerSourceProjectDetail;
  isOnEntity?: boolean;
}

/** Name, standing, and the ways on: ask, the code, the catalog. */
export function ProjectHead(props: ProjectHeadProps) {
  const { project, isOnEntity } = props;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const entityLink = useEntityRefLink();
  const repository = project.repository && safeHref(project.repository.url);
  return (
    <>
      <ScreenHead
        title={isOnEntity ? t('project.card') : project.title}
        intro={
          <>
            {!isOnEntity && project.description}
            <span className={own.headBadges}>
              {project.governanceLevel && (
                <ToneBadge tone="note">
                  {t(`governance.${project.governanceLevel}`)}
                </ToneBadge>
              )}
              <ToneBadge tone={project.standing === 'open' ? 'good' : 'quiet'}>
                {t(`standing.${project.standing}`)}
              </ToneBadge>
              <MarkBadges marks={project.marks} />
            </span>
          </>
        }
        actions={
          <>
            <AskButton
              variant="primary"
              about={{ entity: project.ref }}
              name={project.title}
            />
            {repository && (
              <ButtonLink
                variant="secondary"
                href={repository}
                target="_blank"
                rel="noopener noreferrer"
                iconStart={<RiGitRepositoryLine aria-hidden />}
              >
                {t('project.repository')}
              </ButtonLink>
            )}
            {!isOnEntity && (
              <ButtonLink variant="secondary" href={entityLink(project.ref)}>
                {t('project.catalog')}
              </ButtonLink>
            )}
          </>
        }
      />
      {project.standing !== 'open' && (
        <p className={styles.line}>{t(`standingHint.${project.standing}`)}</p>
      )}
    </>
  );
}
