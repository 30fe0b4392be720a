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
import { InnerSourceProjectDetail } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import styles from '../shared/Office.module.css';
import { OfficeFindings } from '../shared/OfficeFindings';
import { CommittersPanel } from './CommittersPanel';
import { ProjectFacts } from './ProjectFacts';
import { ProjectHead } from './ProjectHead';
import { ProvenancePanel } from './ProvenancePanel';
import { ReadinessPanel } from './ReadinessPanel';
import { ReleasePanel } from './ReleasePanel';
import { SignalsPanel } from './SignalsPanel';
import { TakePartPanel } from './TakePartPanel';
import { WantedHelpPanel } from './WantedHelpPanel';

export interface ProjectDetailsProps {
  project: InnerSourceProjectDetail;
  /** True on the page of the entity itself, which names and describes it already. */
  isOnEntity?: boolean;
  onRefresh: () => void;
}

/** Everything about a project: for those who come first, for its owners below. */
export function ProjectDetails(props: ProjectDetailsProps) {
  const { project, isOnEntity, onRefresh } = props;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  return (
    <>
      <ProjectHead project={project} isOnEntity={isOnEntity} />
      <div className={styles.columns}>
        <div className={styles.side}>
          <TakePartPanel project={project} />
          {(project.standing !== 'retired' ||
            project.wantedHelpItems.length > 0) && (
            <WantedHelpPanel project={project} />
          )}
        </div>
        <div className={styles.side}>
          <CommittersPanel project={project} />
          <ProjectFacts project={project} />
        </div>
      </div>
      <SignalsPanel project={project} />
      {project.standing !== 'retired' && (
        <>
          <ReadinessPanel project={project} />
          <ReleasePanel project={project} />
        </>
      )}
      <OfficeFindings
        title={t('project.findings')}
        findings={project.findings}
      />
      <ProvenancePanel project={project} onRefresh={onRefresh} />
    </>
  );
}
