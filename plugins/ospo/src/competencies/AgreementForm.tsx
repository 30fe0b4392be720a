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
import { Button, Select, TextField } from '@backstage/ui';
import { CompetencyRef } from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoApiRef,
  ospoOfficeTranslationRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { ActionError } from '../shared/ActionError';
import { DateField } from '../shared/DateField';
import { EntityField } from '../shared/EntityField';
import { FieldFrame } from '../shared/FieldFrame';
import styles from '../shared/Office.module.css';
import { useAction } from '../shared/useAction';
import { isWrongHours, readHours } from './profileRules';

const PROVIDER_KINDS = ['group', 'user'];
/** The hours of the longest month. */
const MOST_HOURS = 744;

export interface AgreementFormProps {
  /** Who the hours are agreed for, to begin with. */
  providerRef?: string;
  /** Competencies that the reader may agree on hours for; never none. */
  competencies: CompetencyRef[];
  onAdded: () => void;
  onClose: () => void;
}

/** Hours a month that a line agrees to, for one competency and from one day on. */
export function AgreementForm(props: AgreementFormProps) {
  const { competencies, onAdded, onClose } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { t: shared } = useTranslationRef(ospoTranslationRef);
  const ospo = useApi(ospoApiRef);
  const action = useAction();
  const [providerRef, setProviderRef] = useState(props.providerRef);
  const [competencyRef, setCompetencyRef] = useState(
    competencies.length === 1 ? competencies[0].ref : undefined,
  );
  const [hours, setHours] = useState('');
  const [validFrom, setValidFrom] = useState('');
  const [validTo, setValidTo] = useState('');
  const [note, setNote] = useState('');
  const hoursPerMonth = readHours(hours, MOST_HOURS);
  const isWrongOrder =
    validTo !== '' && validFrom !== '' && validTo < validFrom;
  const agreement =
    providerRef && competencyRef && hoursPerMonth !== undefined && validFrom
      ? {
          providerRef,
          competencyRef,
          hoursPerMonth,
          validFrom,
          validTo: validTo || undefined,
          note: note.trim() || undefined,
        }
      : undefined;
  return (
    <div className={styles.form}>
      <EntityField
        label={t('profile.provider')}
        secondaryLabel={shared('action.required')}
        description={t('profile.providerHint')}
        kinds={PROVIDER_KINDS}
        value={providerRef}
        onChange={setProviderRef}
      />
      <Select
        label={t('profile.competency')}
        secondaryLabel={shared('action.required')}
        placeholder={t('profile.chooseCompetency')}
        options={competencies.map(({ ref, title }) => ({
          id: ref,
          label: title,
        }))}
        search={{ placeholder: t('profile.chooseCompetency') }}
        selectionMode="single"
        value={competencyRef ?? null}
        onChange={key =>
          setCompetencyRef(key === null ? undefined : String(key))
        }
      />
      <FieldFrame
        error={
          isWrongHours(hours, MOST_HOURS)
            ? t('profile.hoursWrong', { most: String(MOST_HOURS) })
            : undefined
        }
      >
        {invalid => (
          <TextField
            {...invalid}
            label={t('profile.hours')}
            secondaryLabel={shared('action.required')}
            inputMode="decimal"
            value={hours}
            onChange={setHours}
          />
        )}
      </FieldFrame>
      <div className={styles.row}>
        <DateField
          label={t('profile.from')}
          value={validFrom}
          onChange={setValidFrom}
          isRequired
        />
        <DateField
          label={t('profile.to')}
          value={validTo}
          onChange={setValidTo}
          error={isWrongOrder ? t('profile.toBeforeFrom') : undefined}
        />
      </div>
      <TextField
        label={t('profile.agreementNote')}
        secondaryLabel={shared('action.optional')}
        value={note}
        onChange={setNote}
        maxLength={2000}
      />
      <ActionError error={action.error} />
      <div className={styles.row}>
        <Button
          variant="primary"
          isPending={action.isPending}
          isDisabled={!agreement || isWrongOrder}
          onPress={async () => {
            if (
              agreement &&
              (await action.run(() =>
                ospo.competencies.addAgreement(agreement),
              ))
            ) {
              onAdded();
            }
          }}
        >
          {shared('action.add')}
        </Button>
        <Button variant="tertiary" onPress={onClose}>
          {shared('action.cancel')}
        </Button>
      </div>
    </div>
  );
}
