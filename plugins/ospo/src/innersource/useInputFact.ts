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
import { useFormat } from '../shared/useFormat';

/** Inputs that have a name in words. Others, for example of a module that we do not know, show as they are called. */
const named = [
  'lastHumanCommitAt',
  'pushedAt',
  'humanCommits',
  'weeks',
  'allCommits',
  'botCommits',
  'yearsCommits',
  'humanAuthors',
  'releases',
  'latest',
  'latestAt',
  'dependants',
  'components',
  'packages',
  'inside',
  'outside',
  'unmapped',
  'placed',
  'withoutCommonGroup',
  'documents',
  'issues',
  'labels',
  'n',
  'asked',
  'answered',
  'inTime',
  'due',
  'promised',
  'promisedBusinessHours',
  'formula',
  'forks',
  'subscribers',
  'stars',
  'openIssues',
  'createdAt',
  'updatedAt',
  'commits13',
  'commitsOf',
  'descriptionLength',
  'motivationLength',
  'guidelines',
] as const;

/** What a signal was worked out from, as a name with its value. */
export function useInputFact(): (
  name: string,
  value: number | string | null,
) => { label: string; value: string } {
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const format = useFormat();
  const write = (name: string, value: number | string | null) => {
    if (value === null) {
      return t('signalState.unknown');
    }
    if (typeof value === 'number') {
      return format.number(value);
    }
    return name.endsWith('At') ? format.dateTime(value) : value;
  };
  return (name, value) => {
    const known = named.find(word => word === name);
    return {
      label: known ? t(`input.${known}`) : name,
      value: write(name, value),
    };
  };
}
