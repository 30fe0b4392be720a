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
  ProjectLabels,
  SignalGroup,
  signalGroups,
  SignalLabel,
  SignalLevel,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import styles from '../shared/Office.module.css';
import { BadgeTone, ToneBadge } from '../shared/StateBadge';
import { useFormat } from '../shared/useFormat';
import { useTranslationRef } from '../shared/useTranslationRef';

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

export interface LabelBadgesProps {
  labels: ProjectLabels;
  /** True where projects stand beside each other: only what speaks for one; a table compares. */
  isBrief?: boolean;
}

/** How a project stands in each group of which enough is known. */
export function LabelBadges(props: LabelBadgesProps) {
  const { labels, isBrief } = props;
  return (
    <>
      {signalGroups
        .filter(group => {
          const level = levelOf(labels[group]);
          return isBrief
            ? level === 'top' || level === 'upper'
            : level !== 'unknown';
        })
        .map(group => (
          <LabelBadge key={group} group={group} label={labels[group]} />
        ))}
    </>
  );
}

/** Names the groups of which too little is known, in a line; nothing when all are known. */
export function UnknownLabels(props: { labels: ProjectLabels }) {
  const { labels } = props;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const unknown = signalGroups.filter(
    group => levelOf(labels[group]) === 'unknown',
  );
  return unknown.length === 0 ? null : (
    <span className={styles.muted} title={t('label.unknown')}>
      {t('label.unknownOf', {
        list: unknown.map(group => t(`labelOf.${group}`)).join(', '),
      })}
    </span>
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
