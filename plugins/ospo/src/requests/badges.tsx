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
  Precedent,
  RequestOutcome,
  WorkItemState,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import styles from '../shared/Office.module.css';
import { BadgeTone, ToneBadge } from '../shared/StateBadge';
import { useFormat } from '../shared/useFormat';

const outcomeTones: Record<RequestOutcome, BadgeTone> = {
  approved: 'good',
  'approved-with-conditions': 'warn',
  rejected: 'bad',
  answered: 'note',
};

export interface OutcomeBadgeProps {
  outcome: RequestOutcome;
}

export function OutcomeBadge(props: OutcomeBadgeProps) {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  return (
    <ToneBadge tone={outcomeTones[props.outcome]}>
      {t(`outcome.${props.outcome}`)}
    </ToneBadge>
  );
}

const validityTones: Record<Precedent['state'], BadgeTone> = {
  valid: 'good',
  expiring: 'warn',
  expired: 'bad',
};

export interface ValidityBadgeProps {
  precedent: Precedent;
}

/** Whether a precedent still holds, and until when. */
export function ValidityBadge(props: ValidityBadgeProps) {
  const { state, validUntil } = props.precedent;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  return (
    <>
      <ToneBadge tone={validityTones[state]}>
        {t(`precedent.state.${state}`)}
      </ToneBadge>
      <span className={styles.muted}>
        {validUntil
          ? t('precedent.until', { date: format.date(validUntil) })
          : t('precedent.noEnd')}
      </span>
    </>
  );
}

const itemTones: Record<WorkItemState, BadgeTone> = {
  required: 'bad',
  proposed: 'note',
  assigned: 'note',
  accepted: 'note',
  declined: 'warn',
  expired: 'warn',
  done: 'good',
  skipped: 'quiet',
};

export interface WorkItemBadgeProps {
  state: WorkItemState;
}

export function WorkItemBadge(props: WorkItemBadgeProps) {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  return (
    <ToneBadge tone={itemTones[props.state]}>
      {t(`workItemState.${props.state}`)}
    </ToneBadge>
  );
}
