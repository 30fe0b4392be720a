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
import { Select } from '@backstage/ui';
import {
  ospoOfficeTranslationRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { entityName } from '../shared/entityNames';
import { FailedFace } from '../shared/Faces';
import { FieldFrame } from '../shared/FieldFrame';
import { useOspo } from '../shared/useOspo';

interface SelectProps {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** Those who provide a competency, apart from the one who has it now. */
export function ProviderSelect(
  props: SelectProps & { competencyRef: string; without?: string },
) {
  const { competencyRef, without, value, error, onChange } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { t: shared } = useTranslationRef(ospoTranslationRef);
  const state = useOspo(['competency', competencyRef], (api, signal) =>
    api.competencies.getCompetency({ ref: competencyRef }, { signal }),
  );
  if (state.status === 'failed') {
    return <FailedFace error={state.error} retry={state.retry} />;
  }
  const providers = state.status === 'loaded' ? state.value.providers : [];
  return (
    <FieldFrame error={error}>
      {invalid => (
        <Select
          {...invalid}
          label={t('input.provider')}
          description={t('input.providerHint')}
          placeholder={
            state.status === 'waiting'
              ? shared('face.loading')
              : t('ask.chooseOne')
          }
          options={providers
            .filter(
              ({ ref, state: known }) => known === 'present' && ref !== without,
            )
            .map(item => ({
              id: item.ref,
              label: `${item.title ?? entityName(item.ref)} (${t(
                `authority.${item.authority}`,
              )})`,
            }))}
          value={value || null}
          onChange={key => onChange(String(key ?? ''))}
        />
      )}
    </FieldFrame>
  );
}

export function CompetencySelect(props: SelectProps) {
  const { value, error, onChange } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { t: shared } = useTranslationRef(ospoTranslationRef);
  const state = useOspo(['competencies', 'profile'], (api, signal) =>
    api.competencies.listCompetencies({ limit: 200 }, { signal }),
  );
  if (state.status === 'failed') {
    return <FailedFace error={state.error} retry={state.retry} />;
  }
  return (
    <FieldFrame error={error}>
      {invalid => (
        <Select
          {...invalid}
          label={t('input.competency')}
          placeholder={
            state.status === 'waiting'
              ? shared('face.loading')
              : t('ask.chooseOne')
          }
          options={(state.status === 'loaded' ? state.value.items : []).map(
            item => ({ id: item.ref, label: item.title }),
          )}
          search={{ placeholder: t('profile.chooseCompetency') }}
          selectionMode="single"
          value={value || null}
          onChange={key => onChange(String(key ?? ''))}
        />
      )}
    </FieldFrame>
  );
}
