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
import {
  ospoInnerSourceTranslationRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { EntityCell } from '../shared/EntityCells';
import { Facts } from '../shared/Facts';
import { Panel } from '../shared/Screen';
import { useFormat } from '../shared/useFormat';
import { ProjectOwner } from './projectBadges';
import { ProjectPanelProps } from './TakePartPanel';

/** Who owns it, what it is made with, and under which terms. */
export function ProjectFacts(props: ProjectPanelProps) {
  const { project } = props;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const { t: shared } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  const facts = [
    {
      label: t('innerSource.owner'),
      value: <ProjectOwner project={project} />,
    },
    ...(project.businessUnitRef
      ? [
          {
            label: t('innerSource.businessUnit'),
            value: (
              <EntityCell
                entityRef={project.businessUnitRef}
                defaultKind="group"
              />
            ),
          },
        ]
      : []),
    ...(project.systemRef
      ? [
          {
            label: t('innerSource.system'),
            value: (
              <EntityCell entityRef={project.systemRef} defaultKind="system" />
            ),
          },
        ]
      : []),
    {
      label: t('innerSource.language'),
      value: project.language ?? shared('face.unknown'),
    },
    {
      label: t('project.licence'),
      value: project.licence ?? shared('face.unknown'),
    },
    ...(project.topics.length > 0
      ? [{ label: t('project.topics'), value: project.topics.join(', ') }]
      : []),
    ...(project.repository?.path
      ? [
          {
            label: t('project.folder'),
            value: <code>{project.repository.path}</code>,
          },
        ]
      : []),
    {
      label: t('project.reviewed'),
      value: project.reviewedOn
        ? format.date(project.reviewedOn)
        : t('project.notSaid'),
    },
  ];
  return (
    <Panel title={t('project.facts')}>
      <Facts facts={facts} />
    </Panel>
  );
}
