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

import { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  BaseDocument,
  ChecklistLine,
  InnerSourceProjectDetail,
  ReadinessLine,
  ReleaseLine,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { useFormat } from '../shared/useFormat';
import { ProjectOwner } from './projectBadges';
import { usePromiseText } from './usePromiseText';

type LineId = ReadinessLine | ReleaseLine;

const documents: Partial<Record<LineId, BaseDocument>> = {
  readme: 'readme',
  contributing: 'contributing',
  communication: 'communication',
  codeowners: 'codeowners',
  licence: 'licence',
  'licence-file': 'licence',
  'code-of-conduct': 'code-of-conduct',
  'security-policy': 'security',
};

/** What the state of a line rests on, as a person would say it: names for refs, words for words of the catalog. */
export function useLineFact(
  project: InnerSourceProjectDetail,
): (line: ChecklistLine<LineId>) => ReactNode {
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const format = useFormat();
  const promise = usePromiseText();
  const found = project.signals.welcoming.documentation.value ?? [];
  const place = (id: LineId) =>
    found.find(({ document }) => document === documents[id]);
  return ({ id, fact }) => {
    if (fact === undefined) {
      return undefined;
    }
    switch (id) {
      case 'owner':
        return <ProjectOwner project={project} isSmall />;
      case 'trusted-committers':
        // None is what the state says already.
        return fact === '0'
          ? undefined
          : t('check.fact.committers', { count: Number(fact) });
      case 'help-wanted':
        return t('check.fact.issues', { count: Number(fact) });
      case 'licences-known':
        return t('check.fact.packages', { count: Number(fact) });
      case 'governance-level':
        return project.governanceLevel
          ? t(`governance.${project.governanceLevel}`)
          : fact;
      case 'review-promise':
        return promise(fact);
      case 'reviewed':
        return format.date(fact);
      default: {
        const where = place(id);
        return where
          ? t(`documentAs.${where.as}`, { where: where.where })
          : fact;
      }
    }
  };
}
