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
import { Button, Select, TextField } from '@backstage/ui';
import {
  competencyAuthorities,
  ProfileEntry,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoOfficeTranslationRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { FieldFrame } from '../shared/FieldFrame';
import styles from '../shared/Office.module.css';
import { RefLink } from '../shared/RefLinks';
import { EntryDraft, isWrongHours, MOST_HOURS } from './profileRules';

export interface ProfileEntryFieldsProps {
  title: string;
  entry: EntryDraft;
  /** The entry as the office has it. */
  saved: ProfileEntry | undefined;
  onChange: (entry: EntryDraft) => void;
  onRemove: () => void;
}

/** One competency of a person: what they may do in it and how much time was agreed. */
export function ProfileEntryFields(props: ProfileEntryFieldsProps) {
  const { title, entry, saved, onChange, onRemove } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { t: shared } = useTranslationRef(ospoTranslationRef);
  const needsConfirmation =
    entry.authority === 'decide' || entry.authority === 'sign';
  const isConfirmed =
    saved?.confirmedBy !== undefined && saved.authority === entry.authority;
  return (
    <li className={styles.item}>
      <div className={styles.apart}>
        <strong>{title}</strong>
        <Button
          size="small"
          variant="tertiary"
          aria-label={shared('action.removeOf', { name: title })}
          onPress={onRemove}
        >
          {shared('action.remove')}
        </Button>
      </div>
      <div className={styles.row}>
        <Select
          label={`${t('profile.authority')}, ${title}`}
          options={competencyAuthorities.map(word => ({
            id: word,
            label: t(`authority.${word}`),
          }))}
          value={entry.authority}
          onChange={key => {
            const authority = competencyAuthorities.find(word => word === key);
            if (authority) {
              onChange({ ...entry, authority });
            }
          }}
        />
        <FieldFrame
          error={
            isWrongHours(entry.hours)
              ? t('profile.hoursWrong', { most: String(MOST_HOURS) })
              : undefined
          }
        >
          {invalid => (
            <TextField
              {...invalid}
              label={`${t('profile.hours')}, ${title}`}
              inputMode="decimal"
              value={entry.hours}
              onChange={hours => onChange({ ...entry, hours })}
            />
          )}
        </FieldFrame>
      </div>
      {needsConfirmation && (
        <span className={styles.muted}>
          {isConfirmed && saved?.confirmedBy ? (
            <>
              {t('profile.confirmedBy')}{' '}
              <RefLink entityRef={saved.confirmedBy} />
            </>
          ) : (
            t('profile.unconfirmed')
          )}
        </span>
      )}
    </li>
  );
}
