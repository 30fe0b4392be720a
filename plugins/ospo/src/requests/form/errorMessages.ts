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

import { TranslationFunction } from '@backstage/frontend-plugin-api';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { RJSFValidationError } from '@rjsf/utils';

type Translate = TranslationFunction<(typeof ospoOfficeTranslationRef)['T']>;

const limits = [
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
] as const;
const formats = ['uri', 'email', 'date'] as const;
/** What a condition adds to the error of the question that it switches on. */
const echoes = ['if', 'oneOf', 'anyOf', 'allOf'];

/** Errors of the validator in words that tell a person what to do. */
export function errorMessages(
  errors: RJSFValidationError[],
  t: Translate,
): RJSFValidationError[] {
  return errors
    .filter(({ name }) => !echoes.includes(name ?? ''))
    .map(error => {
      const message = messageOf(error, t);
      return { ...error, message, stack: message };
    });
}

function messageOf(error: RJSFValidationError, t: Translate): string {
  const { name, params, message } = error;
  const limit = limits.find(word => word === name);
  if (limit) {
    // An empty answer is a missing one.
    return limit === 'minLength' && params?.limit === 1
      ? t('formError.required')
      : t(`formError.${limit}`, { limit: String(params?.limit) });
  }
  switch (name) {
    case 'required':
      return t('formError.required');
    case 'format': {
      const format = formats.find(word => word === params?.format);
      return t(format ? `formError.format.${format}` : 'formError.pattern');
    }
    case 'pattern':
      return t('formError.pattern');
    case 'enum':
    case 'const':
      return t('formError.choice');
    case 'type':
      return t('formError.type');
    default:
      return t('formError.other', { message: message ?? '' });
  }
}
