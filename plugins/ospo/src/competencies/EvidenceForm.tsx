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
import { evidenceKinds } from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoApiRef,
  ospoOfficeTranslationRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { ActionError } from '../shared/ActionError';
import { DateField } from '../shared/DateField';
import { FieldFrame } from '../shared/FieldFrame';
import styles from '../shared/Office.module.css';
import { safeHref } from '../shared/safeHref';
import { useAction } from '../shared/useAction';
import { useOspo } from '../shared/useOspo';

export interface EvidenceFormProps {
  subjectRef: string;
  onAdded: () => void;
  onClose: () => void;
}

function isWebAddress(text: string): boolean {
  return /^https?:/.test(safeHref(text) ?? '');
}

export function EvidenceForm(props: EvidenceFormProps) {
  const { subjectRef, onAdded, onClose } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { t: shared } = useTranslationRef(ospoTranslationRef);
  const ospo = useApi(ospoApiRef);
  const action = useAction();
  const [kind, setKind] = useState<(typeof evidenceKinds)[number]>('training');
  const [competencyRef, setCompetencyRef] = useState('');
  const [title, setTitle] = useState('');
  const [date, setDate] = useState('');
  const [expires, setExpires] = useState('');
  const [link, setLink] = useState('');
  const offered = useOspo(['competencies', 'profile'], (api, signal) =>
    api.competencies.listCompetencies({ limit: 200 }, { signal }),
  );
  const isWrongLink = link !== '' && !isWebAddress(link);
  const isReady = title.trim() && date && competencyRef && !isWrongLink;
  const add = async () => {
    const isDone = await action.run(() =>
      ospo.competencies.addEvidence({
        subjectRef,
        competencyRef,
        kind,
        title: title.trim(),
        date,
        expires: expires || undefined,
        link: link || undefined,
      }),
    );
    if (isDone) {
      onAdded();
    }
  };
  return (
    <div className={styles.form}>
      <TextField
        label={t('profile.evidenceTitle')}
        value={title}
        onChange={setTitle}
        maxLength={200}
        isRequired
        secondaryLabel={shared('action.required')}
      />
      <div className={styles.row}>
        <Select
          label={t('profile.kindLabel')}
          options={evidenceKinds.map(word => ({
            id: word,
            label: t(`profile.kind.${word}`),
          }))}
          value={kind}
          onChange={key =>
            setKind(evidenceKinds.find(word => word === key) ?? kind)
          }
        />
        <Select
          label={t('profile.competency')}
          placeholder={t('profile.chooseCompetency')}
          options={(offered.status === 'loaded' ? offered.value.items : []).map(
            item => ({ id: item.ref, label: item.title }),
          )}
          search={{ placeholder: t('profile.chooseCompetency') }}
          selectionMode="single"
          value={competencyRef || null}
          onChange={key => setCompetencyRef(String(key ?? ''))}
        />
        <DateField label={t('profile.date')} value={date} onChange={setDate} />
        <DateField
          label={t('profile.expires')}
          value={expires}
          onChange={setExpires}
        />
      </div>
      <FieldFrame error={isWrongLink ? t('profile.linkWrong') : undefined}>
        {invalid => (
          <TextField
            {...invalid}
            label={t('profile.link')}
            value={link}
            onChange={setLink}
            maxLength={2000}
          />
        )}
      </FieldFrame>
      <ActionError error={action.error} />
      <div className={styles.row}>
        <Button
          variant="primary"
          isPending={action.isPending}
          isDisabled={!isReady}
          onPress={add}
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
