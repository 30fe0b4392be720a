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

import {
  Checkbox,
  CheckboxGroup,
  Radio,
  RadioGroup,
  Select,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ospoOfficeTranslationRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { RegistryWidgetsType, WidgetProps } from '@rjsf/utils';
import { DateField } from '../../shared/DateField';
import { FieldFrame } from '../../shared/FieldFrame';
import styles from '../../shared/Office.module.css';

/** What every field shows of its question. */
function useField(props: WidgetProps) {
  const { id, label, schema, options, required } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  return {
    id,
    label,
    description: options.description ?? schema.description,
    secondaryLabel: t(required ? 'action.required' : 'action.optional'),
    isDisabled: props.disabled || props.readonly,
  };
}

/** An emptied answer is none. */
function toAnswer(text: string, props: WidgetProps): string | undefined {
  return text === '' ? props.options.emptyValue : text;
}

/** The first of a question's errors; the others follow once it is mended. */
function errorOf(props: WidgetProps): string | undefined {
  return props.rawErrors?.[0];
}

function TextWidget(props: WidgetProps) {
  const { value, onChange, schema, placeholder } = props;
  const field = useField(props);
  const isNumber = schema.type === 'number' || schema.type === 'integer';
  return (
    <FieldFrame error={errorOf(props)}>
      {invalid => (
        <TextField
          {...field}
          {...invalid}
          value={value === undefined || value === null ? '' : String(value)}
          onChange={text => onChange(toAnswer(text, props))}
          placeholder={placeholder}
          maxLength={schema.maxLength}
          inputMode={isNumber ? 'decimal' : undefined}
        />
      )}
    </FieldFrame>
  );
}

function TextareaWidget(props: WidgetProps) {
  const { value, onChange, schema, placeholder, options } = props;
  const field = useField(props);
  return (
    <FieldFrame error={errorOf(props)}>
      {invalid => (
        <TextAreaField
          {...field}
          {...invalid}
          value={value ?? ''}
          onChange={text => onChange(toAnswer(text, props))}
          placeholder={placeholder}
          maxLength={schema.maxLength}
          rows={options.rows ?? 4}
        />
      )}
    </FieldFrame>
  );
}

/** Choices by their place in the list, because a value can be anything and a button only holds a text. */
function useChoices(props: WidgetProps) {
  const choices = props.options.enumOptions ?? [];
  return {
    choices: choices.map(({ label }, at) => ({ id: String(at), label })),
    idOf: (value: unknown) => {
      const at = choices.findIndex(choice => choice.value === value);
      return at < 0 ? null : String(at);
    },
    valueOf: (id: unknown) => choices[Number(id)]?.value,
  };
}

function RadioWidget(props: WidgetProps) {
  const field = useField(props);
  const { choices, idOf, valueOf } = useChoices(props);
  return (
    <FieldFrame error={errorOf(props)}>
      {invalid => (
        <RadioGroup
          {...field}
          {...invalid}
          value={idOf(props.value)}
          onChange={id => props.onChange(valueOf(id))}
          orientation={choices.length <= 2 ? 'horizontal' : 'vertical'}
        >
          {choices.map(({ id, label }) => (
            <Radio key={id} value={id}>
              {label}
            </Radio>
          ))}
        </RadioGroup>
      )}
    </FieldFrame>
  );
}

function SelectWidget(props: WidgetProps) {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const field = useField(props);
  const { choices, idOf, valueOf } = useChoices(props);
  return (
    <FieldFrame error={errorOf(props)}>
      {invalid => (
        <Select
          {...field}
          {...invalid}
          placeholder={t('ask.chooseOne')}
          options={choices}
          value={idOf(props.value)}
          onChange={key => props.onChange(valueOf(key))}
        />
      )}
    </FieldFrame>
  );
}

function CheckboxesWidget(props: WidgetProps) {
  const field = useField(props);
  const { choices, idOf, valueOf } = useChoices(props);
  const chosen: unknown[] = Array.isArray(props.value) ? props.value : [];
  return (
    <FieldFrame error={errorOf(props)}>
      {invalid => (
        <CheckboxGroup
          {...field}
          {...invalid}
          value={chosen.flatMap(value => idOf(value) ?? [])}
          onChange={ids => props.onChange(ids.map(valueOf))}
        >
          {choices.map(({ id, label }) => (
            <Checkbox key={id} value={id}>
              {label}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
    </FieldFrame>
  );
}

function CheckboxWidget(props: WidgetProps) {
  const { id, label, description } = useField(props);
  return (
    <div className={styles.field}>
      <Checkbox
        id={id}
        isSelected={props.value === true}
        onChange={props.onChange}
      >
        {label}
      </Checkbox>
      {description && <span className={styles.muted}>{description}</span>}
    </div>
  );
}

function DateWidget(props: WidgetProps) {
  const { id, label, description } = useField(props);
  return (
    <DateField
      id={id}
      label={label}
      description={description}
      isRequired={props.required}
      value={props.value ?? ''}
      error={errorOf(props)}
      onChange={text => props.onChange(toAnswer(text, props))}
    />
  );
}

/** Our fields for every kind of question that the form library knows and request types use. */
export const formWidgets: RegistryWidgetsType = {
  TextWidget,
  URLWidget: TextWidget,
  EmailWidget: TextWidget,
  UpDownWidget: TextWidget,
  TextareaWidget,
  RadioWidget,
  SelectWidget,
  CheckboxesWidget,
  CheckboxWidget,
  DateWidget,
};
