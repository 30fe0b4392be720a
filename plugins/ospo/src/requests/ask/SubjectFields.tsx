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
import { TextField } from '@backstage/ui';
import {
  RequestSubject,
  RequestType,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoOfficeTranslationRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { EntityField } from '../../shared/EntityField';
import { fromLicenceKey, toLicenceKey } from './askRules';

/** What the office is asked about: software and what it consists of, not people. */
const KINDS = ['component', 'api', 'resource', 'system', 'domain'];

export interface SubjectFieldsProps {
  type: RequestType;
  subject: RequestSubject;
  onChange: (subject: RequestSubject) => void;
}

/** What the request is about, as far as its kind may be about it. */
export function SubjectFields(props: SubjectFieldsProps) {
  const { type, subject, onChange } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { t: shared } = useTranslationRef(ospoTranslationRef);
  const optional = shared('action.optional');
  return (
    <>
      {type.subjects.includes('entity') && (
        <EntityField
          label={t('ask.entityRef')}
          secondaryLabel={optional}
          description={t('ask.entityRefHint')}
          kinds={KINDS}
          value={subject.entityRef}
          onChange={entityRef => onChange({ ...subject, entityRef })}
        />
      )}
      {type.subjects.includes('package') && (
        <TextField
          label={t('ask.packageKey')}
          secondaryLabel={optional}
          description={t('ask.packageKeyHint')}
          value={subject.packageKey ?? ''}
          maxLength={500}
          onChange={text =>
            onChange({ ...subject, packageKey: text.trim() || undefined })
          }
        />
      )}
      {type.subjects.includes('licence') && (
        <TextField
          label={t('ask.licenceKey')}
          secondaryLabel={optional}
          description={t('ask.licenceKeyHint')}
          value={fromLicenceKey(subject.licenceKey ?? '')}
          maxLength={500}
          onChange={text =>
            onChange({
              ...subject,
              licenceKey: text.trim() ? toLicenceKey(text.trim()) : undefined,
            })
          }
        />
      )}
    </>
  );
}
