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

import { useMemo } from 'react';
import {
  appLanguageApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';

/** Writes numbers and times in the reader's language; what is missing is written as unknown. */
export interface Format {
  language: string;
  number(value: number | undefined): string;
  /** With a sign: what was gained or lost. */
  change(value: number): string;
  percent(share: number | undefined): string;
  bytes(value: number): string;
  date(iso: string | undefined): string;
  dateTime(iso: string | undefined): string;
}

function createFormat(language: string, unknown: string): Format {
  const number = new Intl.NumberFormat(language);
  const change = new Intl.NumberFormat(language, {
    signDisplay: 'exceptZero',
  });
  const percent = new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const dateTime = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const size = (value: number, unit: 'byte' | 'kilobyte' | 'megabyte') =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit,
      maximumFractionDigits: 1,
    }).format(value);
  const time = (format: Intl.DateTimeFormat, iso: string | undefined) => {
    const at = iso === undefined ? NaN : Date.parse(iso);
    return Number.isNaN(at) ? unknown : format.format(at);
  };
  return {
    language,
    number: value => (value === undefined ? unknown : number.format(value)),
    change: value => change.format(value),
    percent: share => (share === undefined ? unknown : percent.format(share)),
    bytes: value => {
      if (value < 1000) {
        return size(value, 'byte');
      }
      return value < 1_000_000
        ? size(value / 1000, 'kilobyte')
        : size(value / 1_000_000, 'megabyte');
    },
    date: iso => time(date, iso),
    dateTime: iso => time(dateTime, iso),
  };
}

export function useFormat(): Format {
  const { language } = useApi(appLanguageApiRef).getLanguage();
  const { t } = useTranslationRef(ospoTranslationRef);
  const unknown = t('face.unknown');
  return useMemo(() => createFormat(language, unknown), [language, unknown]);
}
