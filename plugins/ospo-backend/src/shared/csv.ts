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

/** A value of a CSV cell; undefined is an empty cell. */
export type CsvValue = string | number | boolean | undefined;

/** Says to spreadsheets that the file is UTF-8; readers of RFC 4180 skip it. */
export const CSV_BYTE_ORDER_MARK = '\uFEFF';

const FORMULA_START = /^[=+\-@\t\r\n\0|%]/;
// Spreadsheets skip leading blanks and read the full-width forms alike.
const HIDDEN_FORMULA_START =
  /^[\s\u200B\u2060\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * One cell as RFC 4180 writes it. Text that a spreadsheet could take for a formula gets a leading apostrophe, as OWASP
 * advises; numbers of our own are left as numbers.
 */
export function csvCell(value: CsvValue): string {
  if (value === undefined) {
    return '';
  }
  if (typeof value !== 'string') {
    return String(value);
  }
  const text = value.replace(/\0/g, '');
  const safe =
    FORMULA_START.test(value) || HIDDEN_FORMULA_START.test(text)
      ? `'${text}`
      : text;
  return /[",;\r\n\t']/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** One record, with its line end. */
export function csvRecord(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}
