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
  ProjectSignals,
  SignalGroup,
  SignalLabel,
  SignalValue,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import styles from '../shared/Office.module.css';
import { Panel, PartTitle } from '../shared/Screen';
import own from './InnerSource.module.css';
import { commonReason } from './commonReason';
import { LabelBadge, levelOf, useExplainLabel } from './LabelBadge';
import { Participation } from './Participation';
import { SignalNotes } from './SignalNotes';
import { SignalName, SignalRow } from './SignalRow';
import { ProjectPanelProps } from './TakePartPanel';
import { useSignalText } from './useSignalText';

/** What was measured, in three groups that are never added up. */
export function SignalsPanel(props: ProjectPanelProps) {
  const { signals, labels } = props.project;
  const { activity, welcoming, reach, activityScore } = signals;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const text = useSignalText();
  const reasons = [activity, welcoming, reach].map(commonReason);
  const forAll = reasons.find(
    (reason, at) =>
      reason &&
      reasons.some((other, place) => place > at && other?.note === reason.note),
  );
  // What is said above all groups is not said again above each.
  const [ofActivity, ofWelcoming, ofReach] = reasons.map(reason =>
    reason?.note === forAll?.note ? undefined : reason,
  );
  return (
    <Panel title={t('signals.title')}>
      <p className={styles.line}>{t('signals.intro')}</p>
      {forAll && (
        <p className={own.reason}>
          <SignalNotes signal={forAll} />
        </p>
      )}
      <div className={own.groups}>
        <Group group="activity" label={labels.activity} reason={ofActivity}>
          <Rows
            signals={{
              lastHumanPush: activity.lastHumanPush,
              humanCommitsPerWeek13: activity.humanCommitsPerWeek13,
              humanCommitsPerWeek52: activity.humanCommitsPerWeek52,
              humanAuthors: activity.humanAuthors,
              releases: activity.releases,
            }}
          />
          <Participation signal={activity.participation} />
        </Group>
        <Group group="welcoming" label={labels.welcoming} reason={ofWelcoming}>
          <Rows signals={welcoming} />
        </Group>
        <Group group="reach" label={labels.reach} reason={ofReach}>
          <Rows signals={reach} />
        </Group>
      </div>
      <div className={own.group}>
        <PartTitle>{t('signals.score')}</PartTitle>
        <span className={styles.muted}>{t('signals.scoreHint')}</span>
        <ul className={own.rows}>
          <SignalRow
            name="activityScore"
            signal={activityScore}
            text={text('activityScore', activityScore)}
          />
        </ul>
      </div>
    </Panel>
  );
}

function Group(props: {
  group: SignalGroup;
  label: SignalLabel;
  reason: SignalValue<unknown> | undefined;
  children: ReactNode;
}) {
  const { group, label, reason, children } = props;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const explain = useExplainLabel();
  return (
    <div className={own.group}>
      <PartTitle>{t(`signals.${group}`)}</PartTitle>
      <span className={styles.muted}>{t(`signals.${group}Hint`)}</span>
      <p>
        {levelOf(label) !== 'unknown' && <LabelBadge label={label} />}{' '}
        <span className={styles.muted}>{explain(label)}</span>
      </p>
      {reason && (
        <p className={own.reason}>
          <SignalNotes signal={reason} />
        </p>
      )}
      {children}
    </div>
  );
}

type GroupSignals = ProjectSignals['activity'] &
  ProjectSignals['welcoming'] &
  ProjectSignals['reach'];

function Rows(props: { signals: Partial<GroupSignals> }) {
  const text = useSignalText();
  const rows = Object.entries(props.signals) as [
    Exclude<SignalName, 'activityScore' | 'participation'>,
    SignalValue<unknown>,
  ][]; // entries of an object are not typed by its keys
  return (
    <ul className={own.rows}>
      {rows.map(([name, signal]) => (
        <SignalRow
          key={name}
          name={name}
          signal={signal}
          text={text(name, signal)}
        />
      ))}
    </ul>
  );
}
