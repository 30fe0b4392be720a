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
import { Button, Select } from '@backstage/ui';
import { CompetencyProvider } from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoApiRef,
  ospoOfficeTranslationRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { ActionError } from '../shared/ActionError';
import { DateField } from '../shared/DateField';
import { entityName } from '../shared/entityNames';
import styles from '../shared/Office.module.css';
import { useAction } from '../shared/useAction';

export interface DutyFormProps {
  competencyRef: string;
  /** Who can have a turn; never none. */
  providers: CompetencyProvider[];
  onAdded: () => void;
  onClose: () => void;
}

/** A turn of duty: who is asked first, from one day to another. */
export function DutyForm(props: DutyFormProps) {
  const { competencyRef, providers, onAdded, onClose } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { t: shared } = useTranslationRef(ospoTranslationRef);
  const ospo = useApi(ospoApiRef);
  const action = useAction();
  const [providerRef, setProviderRef] = useState(
    providers.length === 1 ? providers[0].ref : undefined,
  );
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const isWrongOrder = from !== '' && to !== '' && to < from;
  const turn =
    providerRef && from && to && !isWrongOrder
      ? { competencyRef, providerRef, from, to }
      : undefined;
  return (
    <div className={styles.form}>
      <Select
        label={t('profile.provider')}
        secondaryLabel={shared('action.required')}
        placeholder={t('duty.choose')}
        options={providers.map(({ ref, title }) => ({
          id: ref,
          label: title ?? entityName(ref),
        }))}
        search={{ placeholder: t('duty.choose') }}
        selectionMode="single"
        value={providerRef ?? null}
        onChange={key => setProviderRef(key === null ? undefined : String(key))}
      />
      <div className={styles.row}>
        <DateField
          label={t('profile.from')}
          value={from}
          onChange={setFrom}
          isRequired
        />
        <DateField
          label={t('profile.to')}
          value={to}
          onChange={setTo}
          isRequired
          error={isWrongOrder ? t('profile.toBeforeFrom') : undefined}
        />
      </div>
      <ActionError error={action.error} />
      <div className={styles.row}>
        <Button
          variant="primary"
          isPending={action.isPending}
          isDisabled={!turn}
          onPress={async () => {
            if (
              turn &&
              (await action.run(() => ospo.competencies.addRotaTurn(turn)))
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
