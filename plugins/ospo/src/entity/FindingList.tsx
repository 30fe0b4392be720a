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
  FindingSeverity,
  UsageFinding,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { EmptyFace } from '../shared/Faces';
import { BadgeTone, ToneBadge } from '../shared/StateBadge';
import styles from './FindingList.module.css';

const tones: Record<FindingSeverity, BadgeTone> = {
  error: 'bad',
  warning: 'warn',
  info: 'quiet',
};

const order: FindingSeverity[] = ['error', 'warning', 'info'];

export interface FindingListProps {
  findings: UsageFinding[];
  /** True when there was a document to find something in. */
  hasDocument: boolean;
}

/** What was odd, where, and what to do about it; the worst first. */
export function FindingList(props: FindingListProps) {
  const { t } = useTranslationRef(ospoTranslationRef);
  if (props.findings.length === 0) {
    return (
      <EmptyFace
        title={t('entity.noFindings')}
        hint={t(
          props.hasDocument
            ? 'entity.noFindingsHint'
            : 'entity.nothingReadHint',
        )}
      />
    );
  }
  const findings = [...props.findings].sort(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity),
  );
  return (
    <ul className={styles.list}>
      {findings.map((finding, index) => (
        <li key={index} className={styles.finding}>
          <p className={styles.message}>
            <ToneBadge tone={tones[finding.severity]}>
              {t(`word.${finding.severity}`)}
            </ToneBadge>{' '}
            {/* Findings come from the reader, which writes English. */}
            <span lang="en">{finding.message}</span>
          </p>
          <dl className={styles.facts}>
            <dt>{t('entity.mend')}</dt>
            <dd lang="en">{finding.mend}</dd>
            <dt>{t('entity.where')}</dt>
            <dd>
              <code>{finding.where}</code> {t(`entity.${finding.origin}`)}
              {finding.count > 1 &&
                `, ${t('entity.times', { count: finding.count })}`}
              {finding.target && ` (${finding.target}, ${finding.stream})`}
            </dd>
            <dt>{t('entity.rule')}</dt>
            <dd>
              <code>{finding.code}</code>
            </dd>
          </dl>
        </li>
      ))}
    </ul>
  );
}
