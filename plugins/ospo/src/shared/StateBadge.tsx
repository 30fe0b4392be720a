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
import { SbomState } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import styles from './StateBadge.module.css';

export type BadgeTone = 'good' | 'warn' | 'bad' | 'quiet' | 'note';

export interface ToneBadgeProps {
  tone: BadgeTone;
  children: string;
  title?: string;
}

/** A word with a colour; the word alone says it all. */
export function ToneBadge(props: ToneBadgeProps) {
  return (
    <span className={styles.badge} data-tone={props.tone} title={props.title}>
      {props.children}
    </span>
  );
}

const tones: Record<SbomState, BadgeTone> = {
  current: 'good',
  stale: 'warn',
  failed: 'bad',
  none: 'quiet',
};

export interface StateBadgeProps {
  state: SbomState;
}

/** What is known of a component's SBOM. */
export function StateBadge(props: StateBadgeProps) {
  const { t } = useTranslationRef(ospoTranslationRef);
  return (
    <ToneBadge tone={tones[props.state]}>{t(`word.${props.state}`)}</ToneBadge>
  );
}
