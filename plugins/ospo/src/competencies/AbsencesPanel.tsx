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

import { useState } from 'react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { CompetencyProfile } from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoApiRef,
  ospoOfficeTranslationRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { ActionError } from '../shared/ActionError';
import { DateField } from '../shared/DateField';
import styles from '../shared/Office.module.css';
import { Panel } from '../shared/Screen';
import { useAction } from '../shared/useAction';
import { useFormat } from '../shared/useFormat';

export interface AbsencesPanelProps {
  profile: CompetencyProfile;
  onChanged: () => void;
}

/** Days on which a person is not to be asked. There is no field for a reason. */
export function AbsencesPanel(props: AbsencesPanelProps) {
  const { profile, onChanged } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { t: shared } = useTranslationRef(ospoTranslationRef);
  const ospo = useApi(ospoApiRef);
  const format = useFormat();
  const action = useAction();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const isWrong = from !== '' && to !== '' && to < from;
  const change = async (what: () => Promise<unknown>) => {
    const isDone = await action.run(what);
    if (isDone) {
      onChanged();
    }
    return isDone;
  };
  return (
    <Panel title={t('profile.absences')}>
      <p className={styles.line}>{t('profile.absencesIntro')}</p>
      {profile.absences.length === 0 ? (
        <p className={styles.line}>{t('profile.noAbsences')}</p>
      ) : (
        <ul className={styles.list}>
          {profile.absences.map(absence => {
            const period = t('profile.period', {
              from: format.date(absence.from),
              to: format.date(absence.to),
            });
            return (
              <li key={absence.id} className={`${styles.item} ${styles.apart}`}>
                <span>{period}</span>
                <Button
                  size="small"
                  variant="tertiary"
                  aria-label={shared('action.removeOf', { name: period })}
                  onPress={() =>
                    change(() => ospo.competencies.removeAbsence(absence.id))
                  }
                >
                  {shared('action.remove')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <div className={`${styles.row} ${styles.below}`}>
        <DateField label={t('profile.from')} value={from} onChange={setFrom} />
        <DateField
          label={t('profile.to')}
          value={to}
          onChange={setTo}
          error={isWrong ? t('profile.toBeforeFrom') : undefined}
        />
        <Button
          variant="secondary"
          isPending={action.isPending}
          isDisabled={!from || !to || isWrong}
          onPress={async () => {
            const isDone = await change(() =>
              ospo.competencies.addAbsence({
                providerRef: profile.userRef,
                from,
                to,
              }),
            );
            if (isDone) {
              setFrom('');
              setTo('');
            }
          }}
        >
          {t('profile.addAbsence')}
        </Button>
      </div>
      <ActionError error={action.error} />
    </Panel>
  );
}
