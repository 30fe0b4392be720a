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

import { ReactNode, useId } from 'react';
import styles from './Office.module.css';

/** What a field takes so that its error is read with it. */
export interface InvalidField {
  isInvalid: boolean;
  'aria-describedby': string | undefined;
}

export interface FieldFrameProps {
  error: string | undefined;
  children: (field: InvalidField) => ReactNode;
}

/**
 * A field with its error below. The fields of `@backstage/ui` show what their own check finds, and groups check nothing
 * while nothing is chosen; these errors are found elsewhere.
 */
export function FieldFrame(props: FieldFrameProps) {
  const { error, children } = props;
  const id = useId();
  return (
    <div className={styles.field}>
      {children({
        isInvalid: error !== undefined,
        'aria-describedby': error === undefined ? undefined : id,
      })}
      {error !== undefined && (
        <span id={id} className={styles.error}>
          {error}
        </span>
      )}
    </div>
  );
}
