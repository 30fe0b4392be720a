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

import {
  InnerSourceProject,
  ProjectMark,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoInnerSourceTranslationRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { EntityCell } from '../shared/EntityCells';
import { entityName } from '../shared/entityNames';
import { BadgeTone, ToneBadge } from '../shared/StateBadge';
import { useTranslationRef } from '../shared/useTranslationRef';

const tones: Record<ProjectMark, BadgeTone> = {
  'owner-missing': 'warn',
  'owner-none': 'warn',
  'review-stale': 'warn',
  archived: 'quiet',
  deprecated: 'quiet',
};

/** Why a project is not among those that are open. */
export function MarkBadges(props: { marks: ProjectMark[] }) {
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  return (
    <>
      {props.marks.map(mark => (
        <ToneBadge key={mark} tone={tones[mark]}>
          {t(`mark.${mark}`)}
        </ToneBadge>
      ))}
    </>
  );
}

/** The owner by its title; that it is missing is told by a mark. */
export function ProjectOwner(props: {
  project: Pick<InnerSourceProject, 'ownerRef' | 'ownerState'>;
  /** True in a quieter line below the name of the project. */
  isSmall?: boolean;
}) {
  const { ownerRef, ownerState } = props.project;
  const { t } = useTranslationRef(ospoTranslationRef);
  if (!ownerRef || ownerState === 'none') {
    return <>{t('list.noOwner')}</>;
  }
  return ownerState === 'missing' ? (
    <>{entityName(ownerRef)}</>
  ) : (
    <EntityCell
      entityRef={ownerRef}
      defaultKind="group"
      isSmall={props.isSmall}
    />
  );
}
