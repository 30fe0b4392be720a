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
  ProjectLabels,
  SignalGroup,
  signalGroups,
  SignalLabel,
  SignalLevel,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { BadgeTone, ToneBadge } from '../shared/StateBadge';
import { useFormat } from '../shared/useFormat';

const tones: Record<SignalLevel, BadgeTone> = {
  top: 'good',
  upper: 'good',
  middle: 'quiet',
  lower: 'quiet',
};

export interface LabelBadgeProps {
  label: SignalLabel;
  /** Named where several stand beside each other. */
  group?: SignalGroup;
}

/** Where a project stands among those of the organisation, in quarters; no mark, and nothing where nothing is known. */
export function LabelBadge(props: LabelBadgeProps) {
  const { label, group } = props;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const explain = useExplainLabel();
  const level = levelOf(label);
  const word = t(`level.${level}`);
  return (
    <ToneBadge
      tone={level === 'unknown' ? 'quiet' : tones[level]}
      title={explain(label)}
    >
      {group ? `${t(`innerSource.${group}`)}: ${word}` : word}
    </ToneBadge>
  );
}

/** All three; those of which nothing is known stand together. */
export function LabelBadges(props: { labels: ProjectLabels }) {
  const { labels } = props;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const isKnown = (group: SignalGroup) => levelOf(labels[group]) !== 'unknown';
  const unknown = signalGroups.filter(group => !isKnown(group));
  return (
    <>
      {signalGroups.filter(isKnown).map(group => (
        <LabelBadge key={group} group={group} label={labels[group]} />
      ))}
      {unknown.length > 0 && (
        <ToneBadge tone="quiet" title={t('label.unknown')}>
          {t('label.unknownOf', {
            list: unknown.map(group => t(`labelOf.${group}`)).join(', '),
          })}
        </ToneBadge>
      )}
    </>
  );
}

export function levelOf(label: SignalLabel): SignalLevel | 'unknown' {
  return label.state === 'unknown' ? 'unknown' : label.level ?? 'unknown';
}

/** What a label means, in a sentence with the number of projects that were compared. */
export function useExplainLabel(): (label: SignalLabel) => string {
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const format = useFormat();
  return label => {
    if (levelOf(label) === 'unknown' || label.percentile === undefined) {
      return t('label.unknown');
    }
    return [
      t('label.percentile', {
        count: label.n,
        share: format.percent(label.percentile / 100),
      }),
      ...(label.state === 'partial' ? [t('label.partial')] : []),
    ].join(' ');
  };
}
