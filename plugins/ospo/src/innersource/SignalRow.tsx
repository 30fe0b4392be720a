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
  ActivitySignals,
  baseDocuments,
  FoundDocument,
  ReachSignals,
  SignalState,
  SignalValue,
  WelcomingSignals,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { Facts } from '../shared/Facts';
import styles from '../shared/Office.module.css';
import { BadgeTone, ToneBadge } from '../shared/StateBadge';
import { Unfold } from '../shared/Unfold';
import { useFormat } from '../shared/useFormat';
import own from './InnerSource.module.css';
import { SignalNotes } from './SignalNotes';
import { useSignalSourceWord } from './sourceWords';
import { useInputFact } from './useInputFact';

export type SignalName =
  | keyof ActivitySignals
  | keyof WelcomingSignals
  | keyof ReachSignals
  | 'activityScore';

const tones: Record<Exclude<SignalState, 'known'>, BadgeTone> = {
  partial: 'warn',
  unknown: 'quiet',
  error: 'bad',
};

export interface SignalRowProps {
  name: SignalName;
  signal: SignalValue<unknown>;
  /** The value in words; absent when there is none. */
  text: string | undefined;
}

/** One signal with its value, which opens to what it rests on. */
export function SignalRow(props: SignalRowProps) {
  const { name, signal, text } = props;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const { state } = signal;
  return (
    <li>
      <Unfold
        level={4}
        summary={
          <>
            <span className={own.name}>{t(`signal.${name}`)}</span>{' '}
            <span className={own.value}>
              {text}
              {text && state !== 'known' && ' '}
              {state !== 'known' && (
                <ToneBadge tone={tones[state]}>
                  {t(`signalState.${state}`)}
                </ToneBadge>
              )}
            </span>
          </>
        }
      >
        <span className={styles.muted}>{t(`signalHint.${name}`)}</span>
        {signal.note && (
          <p>
            <SignalNotes signal={signal} />
          </p>
        )}
        {name === 'documentation' && signal.value !== null && (
          // The signal of this name holds the documents that were found.
          <Documents found={signal.value as FoundDocument[]} />
        )}
        <SignalBasis signal={signal} />
      </Unfold>
    </li>
  );
}

export interface SignalBasisProps {
  signal: SignalValue<unknown>;
}

/** Source, age, window and inputs of a signal. */
export function SignalBasis(props: SignalBasisProps) {
  const { source, fetchedAt, window, inputs } = props.signal;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const format = useFormat();
  const inputFact = useInputFact();
  const sourceWord = useSignalSourceWord();
  const facts = [
    ...(source
      ? [
          {
            label: t('signalFact.source'),
            value: sourceWord(source),
          },
        ]
      : []),
    ...(fetchedAt
      ? [
          {
            label: t('signalFact.fetchedAt'),
            value: `${format.dateTime(fetchedAt)} (${format.ago(fetchedAt)})`,
          },
        ]
      : []),
    ...(window
      ? [{ label: t('signalFact.window'), value: format.duration(window) }]
      : []),
    ...Object.entries(inputs).map(([name, value]) => inputFact(name, value)),
  ];
  return facts.length > 0 ? (
    <div className={own.basis}>
      <Facts facts={facts} />
    </div>
  ) : (
    <span className={styles.muted}>{t('signalFact.none')}</span>
  );
}

function Documents(props: { found: FoundDocument[] }) {
  const { found } = props;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const missing = baseDocuments.filter(
    name => !found.some(({ document }) => document === name),
  );
  return (
    <>
      {found.length > 0 && (
        <ul className={styles.list} aria-label={t('signalFact.found')}>
          {found.map(({ document, as, where }) => (
            <li key={`${document} ${where}`}>
              {t(`document.${document}`)}
              <span className={styles.muted}>
                {t(`documentAs.${as}`, { where })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <span className={styles.muted}>
          {t('signalFact.missing')}:{' '}
          {missing.map(name => t(`document.${name}`)).join(', ')}
        </span>
      )}
    </>
  );
}
