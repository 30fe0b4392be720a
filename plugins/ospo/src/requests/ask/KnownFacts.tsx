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
import { JsonObject } from '@backstage/types';
import { Button } from '@backstage/ui';
import { Prefill } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import styles from '../../shared/Office.module.css';
import { RefOrText } from '../../shared/RefOrText';
import { useFormat } from '../../shared/useFormat';
import { describeAnswers } from '../describeAnswers';

export interface KnownFactsProps {
  schema: JsonObject;
  known: (Prefill & { name: string })[];
  /** The person wants to answer this one themselves. */
  onChange: (name: string) => void;
}

/** Questions that facts have answered already: shown with where from and how old, and not asked again. */
export function KnownFacts(props: KnownFactsProps) {
  const { schema, known, onChange } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  if (known.length === 0) {
    return null;
  }
  const answers = describeAnswers(
    schema,
    Object.fromEntries(known.map(({ name, value }) => [name, value])),
    { language: format.language, yes: t('ask.yes'), no: t('ask.no') },
  );
  return (
    <section aria-label={t('ask.known')}>
      <strong>{t('ask.known')}</strong>
      <ul className={styles.list}>
        {known.map(fact => {
          const answer = answers.find(({ name }) => name === fact.name);
          const label = answer?.label ?? fact.name;
          return (
            <li key={fact.name} className={`${styles.item} ${styles.apart}`}>
              <span>
                {label.endsWith('?') ? label : `${label}:`}{' '}
                <strong>{answer && <RefOrText text={answer.text} />}</strong>
                <span className={styles.muted}>
                  {t(`ask.knownFrom.${fact.source}`)}
                  {fact.detail && `, ${fact.detail}`}
                  {fact.asOf &&
                    `, ${t('ask.asOf', { date: format.date(fact.asOf) })}`}
                </span>
              </span>
              <Button
                size="small"
                variant="tertiary"
                aria-label={t('ask.changeOf', { name: label })}
                onPress={() => onChange(fact.name)}
              >
                {t('ask.change')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
