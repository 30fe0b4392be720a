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
import { CompetencyProfile } from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoApiRef,
  ospoOfficeTranslationRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { ActionError } from '../shared/ActionError';
import { ConfirmDialog } from '../shared/ConfirmDialog';
import { entityName } from '../shared/entityNames';
import styles from '../shared/Office.module.css';
import { useAction } from '../shared/useAction';
import { useOspo } from '../shared/useOspo';
import { ProfileEntryFields } from './ProfileEntryFields';
import { isWrongHours, toDraft, toSave } from './profileRules';

export interface ProfileFormProps {
  profile: CompetencyProfile;
  onSaved: () => void;
}

/** Competencies, skills and languages; saving is opting in. */
export function ProfileForm(props: ProfileFormProps) {
  const { profile, onSaved } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { t: shared } = useTranslationRef(ospoTranslationRef);
  const ospo = useApi(ospoApiRef);
  const [draft, setDraft] = useState(() => toDraft(profile));
  const [isSaved, setIsSaved] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  const save = useAction();
  const leave = useAction();
  const offered = useOspo(['competencies', 'profile'], (api, signal) =>
    api.competencies.listCompetencies({ limit: 200 }, { signal }),
  );
  const known = offered.status === 'loaded' ? offered.value.items : [];
  const titleOf = (ref: string) =>
    known.find(item => item.ref === ref)?.title ?? entityName(ref);
  const free = known.filter(
    item => !draft.entries.some(entry => entry.competencyRef === item.ref),
  );
  const change = (values: Partial<typeof draft>) => {
    setIsSaved(false);
    setDraft({ ...draft, ...values });
  };

  return (
    <div className={styles.form}>
      {draft.entries.length === 0 ? (
        <p className={styles.line}>{t('profile.noEntries')}</p>
      ) : (
        <ul className={styles.list}>
          {draft.entries.map((entry, at) => (
            <ProfileEntryFields
              key={entry.competencyRef}
              title={titleOf(entry.competencyRef)}
              entry={entry}
              saved={profile.entries.find(
                item => item.competencyRef === entry.competencyRef,
              )}
              onChange={changed =>
                change({
                  entries: draft.entries.map((item, index) =>
                    index === at ? changed : item,
                  ),
                })
              }
              onRemove={() =>
                change({
                  entries: draft.entries.filter((_, index) => index !== at),
                })
              }
            />
          ))}
        </ul>
      )}
      <Select
        label={t('profile.addEntry')}
        description={t('profile.authorityHint')}
        placeholder={t('profile.chooseCompetency')}
        options={free.map(item => ({ id: item.ref, label: item.title }))}
        search={{ placeholder: t('profile.chooseCompetency') }}
        selectionMode="single"
        value={null}
        onChange={key =>
          key !== null &&
          change({
            entries: [
              ...draft.entries,
              {
                competencyRef: String(key),
                authority: 'answer',
                hours: '',
                scope: {},
              },
            ],
          })
        }
      />
      <TextField
        label={t('profile.skills')}
        description={t('profile.skillsHint')}
        value={draft.skills}
        onChange={skills => change({ skills })}
        maxLength={1000}
      />
      <TextField
        label={t('profile.languages')}
        description={t('profile.languagesHint')}
        value={draft.languages}
        onChange={languages => change({ languages })}
        maxLength={200}
      />
      <ActionError error={save.error} />
      <div className={styles.row}>
        <Button
          variant="primary"
          isPending={save.isPending}
          isDisabled={draft.entries.some(({ hours }) => isWrongHours(hours))}
          onPress={async () => {
            const isDone = await save.run(() =>
              ospo.competencies.saveMyProfile(toSave(draft)),
            );
            setIsSaved(isDone);
            if (isDone) {
              onSaved();
            }
          }}
        >
          {profile.optedInAt ? shared('action.save') : t('profile.optIn')}
        </Button>
        {profile.optedInAt && (
          <Button variant="tertiary" onPress={() => setIsLeaving(true)}>
            {t('profile.optOut')}
          </Button>
        )}
        <span role="status">{isSaved && t('profile.saved')}</span>
      </div>
      <ConfirmDialog
        title={t('profile.optOutTitle')}
        text={t('profile.optOutText')}
        confirm={t('profile.optOut')}
        isDestructive
        isOpen={isLeaving}
        isPending={leave.isPending}
        error={leave.error}
        onClose={() => setIsLeaving(false)}
        onConfirm={async () => {
          if (await leave.run(() => ospo.competencies.deleteMyProfile())) {
            setIsLeaving(false);
            onSaved();
          }
        }}
      />
    </div>
  );
}
