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
import { CopyBlock } from '../shared/CopyBlock';
import { EmptyFace } from '../shared/Faces';
import { useOspoLinks } from '../shared/useOspoLinks';

const lines = [
  'metadata:',
  '  annotations:',
  "    ospo/inner-source: 'true'",
  '    ospo/governance-level: contributions-welcome',
  '    ospo/motivation: One SDK instead of seven.',
  '    ospo/skills: typescript,payments',
  '    ospo/contributions-wanted: bug fixes,documentation',
].join('\n');

export interface FirstProjectProps {
  /** The entity that could be opened; absent where there is no project at all. */
  entityRef?: string;
}

/** How to open something for others: the lines to copy. */
export function FirstProject(props: FirstProjectProps) {
  const { entityRef } = props;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const links = useOspoLinks();
  return (
    <EmptyFace
      title={entityRef ? t('first.notListed') : t('first.title')}
      hint={entityRef ? t('first.notListedText') : t('first.text')}
    >
      <CopyBlock text={lines} />
      <p>{t('first.tag')}</p>
      <ButtonLink
        variant="secondary"
        href={links.ask({ type: 'open-inner-source', entity: entityRef })}
      >
        {t('first.ask')}
      </ButtonLink>
    </EmptyFace>
  );
}
