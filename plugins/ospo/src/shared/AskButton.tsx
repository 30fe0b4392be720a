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
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { RiQuestionAnswerLine } from '@remixicon/react';
import { AskAbout, useOspoLinks } from './useOspoLinks';

export interface AskButtonProps {
  about: AskAbout;
  /** The name of what is asked about, for those who hear a list of buttons. */
  name: string;
  variant?: 'primary' | 'secondary' | 'tertiary';
}

/** The way from what somebody looks at to the people who know about it. */
export function AskButton(props: AskButtonProps) {
  const { about, name, variant = 'secondary' } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const links = useOspoLinks();
  return (
    <ButtonLink
      variant={variant}
      href={links.ask(about)}
      iconStart={<RiQuestionAnswerLine aria-hidden />}
      aria-label={t('ask.about', { name })}
    >
      {t('ask.button')}
    </ButtonLink>
  );
}
