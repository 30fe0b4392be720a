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
import { FieldFrame } from '../shared/FieldFrame';
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
  const { field, item, value, problem, onChange } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const error = problem && t(`input.${problem}`);
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
    case 'outcome':
    case 'recommendation':
    case 'authority':
    case 'confidentiality':
      return <Choice {...props} field={field} error={error} />;
    default:
      return <Words {...props} field={field} error={error} />;
  }
}

interface InputProps<Field extends CommandField>
  extends CommandFieldInputProps {
  field: Field;
  error: string | undefined;
}

type ChoiceField =
  | 'outcome'
  | 'recommendation'
  | 'authority'
  | 'confidentiality';

function Choice(props: InputProps<ChoiceField>) {
  const { field, request, value, error, onChange } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const options = () => {
    switch (field) {
      case 'authority':
        return competencyAuthorities.map(word => ({
          word,
          label: t(`authority.${word}`),
        }));
      case 'confidentiality':
        return confidentialities.map(word => ({
          word,
          label: t(`confidentiality.${word}`),
        }));
      default:
        return outcomesOf(request).map(word => ({
          word,
          label: t(`outcome.${word}`),
        }));
    }
  };
  return (
    <FieldFrame error={error}>
      {invalid => (
        <RadioGroup
          {...invalid}
          label={t(`input.${field}`)}
          value={value || null}
          onChange={onChange}
        >
          {options().map(({ word, label }) => (
            <Radio key={word} value={word}>
              {label}
            </Radio>
          ))}
        </RadioGroup>
      )}
    </FieldFrame>
  );
}

type WordsField = Exclude<
  CommandField,
  ChoiceField | 'provider' | 'competency' | 'blocking' | 'validUntil'
>;

function Words(props: InputProps<WordsField>) {
  const { field, kind, value, error, isFirst, onChange } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const shared = { label: t(labelOf(field, kind)), value, onChange };
  return (
    <FieldFrame error={error}>
      {invalid => {
        switch (field) {
          case 'hours':
            return (
              <TextField
                {...shared}
                {...invalid}
                description={t('input.hoursHint')}
                inputMode="decimal"
              />
            );
          case 'precedentTitle':
            return <TextField {...shared} {...invalid} maxLength={200} />;
          default:
            return (
              <TextAreaField
                {...shared}
                {...invalid}
                // The dialog was opened to write this.
                autoFocus={isFirst} // eslint-disable-line jsx-a11y/no-autofocus
                rows={4}
                maxLength={LONGEST}
              />
            );
        }
      }}
    </FieldFrame>
  );
}

function labelOf(field: WordsField, kind: RequestCommandKind) {
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
