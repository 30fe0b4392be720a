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
import {
  Checkbox,
  Radio,
  RadioGroup,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import {
  competencyAuthorities,
  confidentialities,
  RequestCommandKind,
  RequestDetail,
  requestOutcomes,
  WorkItem,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { DateField } from '../shared/DateField';
import { CommandField, CommandProblem } from './commandRules';
import { CompetencySelect, ProviderSelect } from './CommandSelects';

export interface CommandFieldInputProps {
  field: CommandField;
  kind: RequestCommandKind;
  request: RequestDetail;
  item: WorkItem | undefined;
  value: string;
  problem: CommandProblem | undefined;
  isFirst: boolean;
  onChange: (value: string) => void;
}

/** Longest text that the backend takes. */
const LONGEST = 20_000;

/** The input of one thing that a command asks for. */
export function CommandFieldInput(props: CommandFieldInputProps) {
  const { field, kind, request, item, value, problem, onChange } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const error = problem && t(`input.${problem}`);
  const shared = {
    value,
    onChange,
    isInvalid: Boolean(error),
    // Not `validate`: what is missing is said when it is sent, not while it is written.
    validate: () => error ?? null,
  };
  switch (field) {
    case 'provider':
      return (
        <ProviderSelect
          competencyRef={item?.competency.ref ?? ''}
          without={item?.providerRef}
          value={value}
          error={error}
          onChange={onChange}
        />
      );
    case 'competency':
      return (
        <CompetencySelect value={value} error={error} onChange={onChange} />
      );
    case 'outcome':
    case 'recommendation':
      return (
        <RadioGroup {...shared} label={t(`input.${field}`)}>
          {outcomesOf(request).map(word => (
            <Radio key={word} value={word}>
              {t(`outcome.${word}`)}
            </Radio>
          ))}
        </RadioGroup>
      );
    case 'authority':
      return (
        <RadioGroup {...shared} label={t('input.authority')}>
          {competencyAuthorities.map(word => (
            <Radio key={word} value={word}>
              {t(`authority.${word}`)}
            </Radio>
          ))}
        </RadioGroup>
      );
    case 'confidentiality':
      return (
        <RadioGroup {...shared} label={t('input.confidentiality')}>
          {confidentialities.map(word => (
            <Radio key={word} value={word}>
              {t(`confidentiality.${word}`)}
            </Radio>
          ))}
        </RadioGroup>
      );
    case 'blocking':
      return (
        <Checkbox
          isSelected={value !== 'false'}
          onChange={isSelected => onChange(String(isSelected))}
        >
          {t('input.blocking')}
        </Checkbox>
      );
    case 'validUntil':
      return (
        <DateField
          label={t('input.validUntil')}
          description={t('input.validUntilHint')}
          value={value}
          onChange={onChange}
        />
      );
    case 'hours':
      return (
        <TextField
          {...shared}
          label={t('input.hours')}
          description={t('input.hoursHint')}
          inputMode="decimal"
        />
      );
    case 'precedentTitle':
      return (
        <TextField
          {...shared}
          label={t('input.precedentTitle')}
          maxLength={200}
        />
      );
    default:
      return (
        <TextAreaField
          {...shared}
          // The dialog was opened to write this.
          autoFocus={props.isFirst} // eslint-disable-line jsx-a11y/no-autofocus
          label={t(labelOf(field, kind))}
          rows={4}
          maxLength={LONGEST}
        />
      );
  }
}

function labelOf(field: CommandField, kind: RequestCommandKind) {
  if (field !== 'text') {
    return `input.${field}` as const;
  }
  switch (kind) {
    case 'ask-back':
      return 'input.question';
    case 'reply':
      return 'input.reply';
    default:
      return 'input.note';
  }
}

function outcomesOf(request: RequestDetail) {
  const { outcomes } = request.type;
  return outcomes.length > 0 ? outcomes : requestOutcomes;
}
