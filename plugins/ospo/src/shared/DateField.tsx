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

import { FieldLabel } from '@backstage/ui';
import { useId } from 'react';
import styles from './Office.module.css';

export interface DateFieldProps {
  label: string;
  description?: string;
  /** ISO 8601 date, or an empty text. */
  value: string;
  onChange: (value: string) => void;
  isRequired?: boolean;
  error?: string;
  id?: string;
}

/** A day, in the browser's own field: it writes dates as the person does, and is known to every screen reader. */
export function DateField(props: DateFieldProps) {
  const { label, description, value, onChange, isRequired, error } = props;
  const ownId = useId();
  const id = props.id ?? ownId;
  return (
    <div className={styles.field}>
      <FieldLabel
        label={label}
        description={description}
        htmlFor={id}
        descriptionId={`${id}-hint`}
      />
      <input
        id={id}
        type="date"
        className={styles.date}
        value={value}
        required={isRequired}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-hint ${id}-error`}
        onChange={event => onChange(event.target.value)}
      />
      {error && (
        <span id={`${id}-error`} className={styles.error}>
          {error}
        </span>
      )}
    </div>
  );
}
