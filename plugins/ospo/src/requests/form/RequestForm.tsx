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

import { ReactNode, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { JsonObject, JsonValue } from '@backstage/types';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import Form from '@rjsf/core';
import { englishStringTranslator, TranslatableString } from '@rjsf/utils';
import validator from '@rjsf/validator-ajv8';
import styles from '../../shared/Office.module.css';
import { errorMessages } from './errorMessages';
import { formTemplates } from './formTemplates';
import { formWidgets } from './formWidgets';
import { toUiSchema } from './toUiSchema';

export interface RequestFormProps {
  /** In the reader's language. */
  schema: JsonObject;
  uiSchema: JsonObject;
  /** Questions that are answered already. */
  hidden: string[];
  answers: JsonObject;
  onChange: (answers: JsonObject) => void;
  /** Everything is answered as the schema asks. */
  onReady: () => void;
  /** Stands at the end of the form, with the button that checks it. */
  children: ReactNode;
}

/** The questions of a kind of request, with our own fields: labels, help, and errors where they belong. */
export function RequestForm(props: RequestFormProps) {
  const { schema, uiSchema, hidden, answers, onChange, onReady, children } =
    props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const [failures, setFailures] = useState(0);
  return (
    <Form
      // Its errors are ours; the browser's would stand in the way of the summary.
      noHtml5Validate
      schema={schema}
      uiSchema={toUiSchema(schema, uiSchema, hidden)}
      formData={answers}
      formContext={{ failures }}
      validator={validator}
      widgets={formWidgets}
      templates={formTemplates}
      showErrorList={failures > 0 ? 'top' : false}
      liveValidate={failures > 0}
      // Nothing is answered before somebody answers it.
      experimental_defaultFormStateBehavior={{
        arrayMinItems: { populate: 'never' },
        emptyObjectFields: 'skipDefaults',
      }}
      omitExtraData
      liveOmit
      transformErrors={errors => errorMessages(errors, t)}
      translateString={(text, values) => {
        switch (text) {
          case TranslatableString.YesLabel:
            return t('ask.yes');
          case TranslatableString.NoLabel:
            return t('ask.no');
          default:
            return englishStringTranslator(text, values);
        }
      }}
      onChange={({ formData = {} }) => {
        // The library also reports what it was given; only a person's answer is one.
        if (!isSame(formData, answers)) {
          onChange(formData);
        }
      }}
      onSubmit={onReady}
      onError={() => setFailures(count => count + 1)}
    >
      <div className={styles.fields}>{children}</div>
    </Form>
  );
}

/** Answers are the same whatever order they stand in; an undefined one is none, and so is an empty list. */
function isSame(a: JsonObject, b: JsonObject): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every(name => written(a[name]) === written(b[name]));
}

function written(value: JsonValue | undefined): string | undefined {
  return Array.isArray(value) && value.length === 0
    ? undefined
    : JSON.stringify(value);
}
