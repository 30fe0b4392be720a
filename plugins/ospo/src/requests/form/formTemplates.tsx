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
import { JsonObject } from '@backstage/types';
import { Button } from '@backstage/ui';
import {
  ospoOfficeTranslationRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import {
  ArrayFieldTemplateProps,
  ErrorListProps,
  FieldTemplateProps,
  ObjectFieldTemplateProps,
  TemplatesType,
} from '@rjsf/utils';
import styles from '../../shared/Office.module.css';
import { questionsOf } from '../describeAnswers';
import { fieldId, focusField } from './fieldId';

/** Fields show label, help and error themselves. */
function FieldTemplate(props: FieldTemplateProps) {
  return props.hidden ? (
    <div hidden>{props.children}</div>
  ) : (
    <>{props.children}</>
  );
}

function ObjectFieldTemplate(props: ObjectFieldTemplateProps) {
  const { idSchema, title, description, properties } = props;
  const fields = (
    <div className={styles.fields}>
      {properties.map(({ name, content }) => (
        <div key={name}>{content}</div>
      ))}
    </div>
  );
  // The outermost is the form itself, which has its heading already.
  return idSchema.$id === 'root' ? (
    fields
  ) : (
    <fieldset id={idSchema.$id} className={styles.group}>
      {title && <legend>{title}</legend>}
      {description && <p className={styles.muted}>{description}</p>}
      {fields}
    </fieldset>
  );
}

function ArrayFieldTemplate(props: ArrayFieldTemplateProps) {
  const { idSchema, title, schema, items, canAdd, onAddClick } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { t: shared } = useTranslationRef(ospoTranslationRef);
  return (
    <fieldset id={idSchema.$id} className={styles.group}>
      <legend>{title}</legend>
      {schema.description && (
        <p className={styles.muted}>{schema.description}</p>
      )}
      {items.map(({ key, index, children, hasRemove, onDropIndexClick }) => (
        <div key={key} className={styles.apart}>
          <div>{children}</div>
          {hasRemove && (
            <Button
              size="small"
              variant="tertiary"
              aria-label={t('ask.removeItem', { number: String(index + 1) })}
              onPress={() => onDropIndexClick(index)()}
            >
              {shared('action.remove')}
            </Button>
          )}
        </div>
      ))}
      {canAdd && (
        <Button variant="secondary" onPress={() => onAddClick()}>
          {t('ask.addItem')}
        </Button>
      )}
    </fieldset>
  );
}

/** What needs a look, each leading to its field. Takes the focus when the form was checked and did not pass. */
function ErrorListTemplate(props: ErrorListProps) {
  const { errors, formContext, schema } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const summary = useRef<HTMLDivElement>(null);
  const failures: number = formContext?.failures ?? 0;
  useEffect(() => summary.current?.focus(), [failures]);
  return (
    <div ref={summary} tabIndex={-1} role="alert" className={styles.summary}>
      <strong>{t('formError.title', { count: errors.length })}</strong>
      <ul>
        {errors.map(({ property, message }, index) => {
          const id = fieldId(property);
          return (
            <li key={index}>
              <a
                href={`#${id}`}
                onClick={event => {
                  event.preventDefault();
                  focusField(id);
                }}
              >
                {labelOf(property, schema)}
              </a>
              : {message}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function labelOf(
  property: string | undefined,
  schema: ErrorListProps['schema'],
): string {
  const name = (property ?? '').replace(/^\./, '');
  // The library's type says the same with other words.
  const { title } = questionsOf(schema as JsonObject).get(name) ?? {};
  return typeof title === 'string' ? title : name;
}

function Nothing() {
  return null;
}

/** How the form is laid out. */
export const formTemplates: Partial<TemplatesType> = {
  FieldTemplate,
  ObjectFieldTemplate,
  ArrayFieldTemplate,
  ErrorListTemplate,
  FieldErrorTemplate: Nothing,
  FieldHelpTemplate: Nothing,
};
