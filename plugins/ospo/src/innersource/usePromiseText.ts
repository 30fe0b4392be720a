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
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';

/** A promised time in words; one that is no duration of days or hours as it was written. */
export function usePromiseText(): (promise: string) => string {
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  return promise => {
    const [, days] = /^P(\d{1,3})D$/.exec(promise) ?? [];
    const [, hours] = /^PT(\d{1,3})H$/.exec(promise) ?? [];
    if (days) {
      return t('project.promiseDays', { count: Number(days) });
    }
    return hours
      ? t('project.promiseHours', { count: Number(hours) })
      : promise;
  };
}
