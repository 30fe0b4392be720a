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

import { useEffect, useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import {
  ospoOfficeTranslationRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { FieldFrame } from '../../shared/FieldFrame';

export interface TitleFieldProps {
  value: string;
  /** Counted up to send the focus here: it is missing, or the person comes back to change something. */
  calls: number;
  onChange: (value: string) => void;
}

export function TitleField(props: TitleFieldProps) {
  const { value, calls, onChange } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { t: shared } = useTranslationRef(ospoTranslationRef);
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (calls > 0) {
      field.current?.querySelector('input')?.focus();
    }
  }, [calls]);
  return (
    <FieldFrame error={value.trim() ? undefined : t('input.missing')}>
      {invalid => (
        <TextField
          {...invalid}
          ref={field}
          label={t('ask.heading')}
          secondaryLabel={shared('action.required')}
          description={t('ask.headingHint')}
          value={value}
          onChange={onChange}
          maxLength={200}
        />
      )}
    </FieldFrame>
  );
}
