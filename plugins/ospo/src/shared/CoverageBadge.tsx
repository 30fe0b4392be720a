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
import { CoverageState } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { BadgeTone, ToneBadge } from './StateBadge';

const tones: Record<CoverageState, BadgeTone> = {
  nobody: 'bad',
  one: 'warn',
  'too-few': 'warn',
  'external-only': 'warn',
  'contract-ending': 'warn',
  enough: 'good',
};

export interface CoverageBadgeProps {
  state: CoverageState;
}

/** How well a competency is covered. */
export function CoverageBadge(props: CoverageBadgeProps) {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  return (
    <ToneBadge tone={tones[props.state]}>
      {t(`coverageState.${props.state}`)}
    </ToneBadge>
  );
}
