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
  baseDocuments,
  governanceLevels,
  SignalValue,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { useFormat } from '../shared/useFormat';
import { SignalName } from './SignalRow';

/** Writes the value of a signal; nothing where there is none, and never a zero in its place. */
export function useSignalText(): (
  name: SignalName,
  signal: SignalValue<unknown>,
) => string | undefined {
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const format = useFormat();
  const toTenths = (value: number) => Math.round(value * 10) / 10;
  return (name, { value }) => {
    if (value === null) {
      return undefined;
    }
    if (name === 'documentation' && Array.isArray(value)) {
      const found = new Set(value.map(({ document }) => document));
      return t('value.documents', {
        value: format.number(found.size),
        total: format.number(baseDocuments.length),
      });
    }
    if (name === 'lastHumanPush') {
      return format.ago(String(value));
    }
    if (name === 'governanceLevel') {
      const level = governanceLevels.find(word => word === value);
      return level && t(`governance.${level}`);
    }
    if (typeof value !== 'number') {
      return undefined;
    }
    switch (name) {
      case 'humanCommitsPerWeek13':
      case 'humanCommitsPerWeek52':
        return t('value.perWeek', { value: format.number(toTenths(value)) });
      case 'firstResponseHours':
        return format.hours(value);
      case 'promiseKept':
      case 'outsideShare':
        return format.percent(value);
      case 'contributionDistance':
        return t('value.steps', { count: toTenths(value) });
      default:
        return format.number(value);
    }
  };
}
