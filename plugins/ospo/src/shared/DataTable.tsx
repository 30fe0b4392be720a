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

import { ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import styles from './DataTable.module.css';

export interface DataColumn<T> {
  id: string;
  label: string;
  cell: (row: T) => ReactNode;
  /** The column that names the row; exactly one has it. */
  isRowHeader?: boolean;
  /** Numbers stand at the end, so that their digits line up. */
  isNumber?: boolean;
  /** Not broken over lines: states, dates. */
  isShort?: boolean;
}

export interface DataTableProps<T> {
  /** What the rows are, for those who do not see the heading above. */
  label: string;
  columns: DataColumn<T>[];
  rows: T[];
  getKey: (row: T) => string;
  isRefreshing?: boolean;
  /** Few and short columns, which stay a table in half a page. */
  isCompact?: boolean;
}

/**
 * A table that is read and walked like any other table, and whose rows become cards where it is narrow.
 * The table of `@backstage/ui` is a grid with its own keys that can do neither; rows here hold several links each.
 * Roles are written out, because browsers drop those of a table that is not displayed as one.
 */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, columns, rows, getKey, isRefreshing, isCompact } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const frame = useRef<HTMLDivElement>(null);
  const scrolls = useScrollsSideways(frame);

  // The roles look redundant, and are not where a table is displayed as cards: see above.
  /* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
  return (
    <div className={containerOf(columns.length, isCompact)}>
      <div
        ref={frame}
        className={styles.frame}
        // Only an area that scrolls needs a stop for the keyboard.
        {...(scrolls && {
          role: 'region',
          'aria-label': t('list.scroll', { name: label }),
          tabIndex: 0,
        })}
      >
        <table
          role="table"
          aria-label={label}
          aria-busy={isRefreshing}
          className={styles.table}
        >
          <thead role="rowgroup" className={styles.head}>
            <tr role="row">
              {columns.map(column => (
                <th
                  key={column.id}
                  role="columnheader"
                  scope="col"
                  data-number={column.isNumber || undefined}
                >
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup" className={styles.body}>
            {rows.map(row => (
              <tr key={getKey(row)} role="row">
                {columns.map(column => {
                  const marks = {
                    'data-label': column.label,
                    'data-number': column.isNumber || undefined,
                    'data-short': column.isShort || undefined,
                  };
                  return column.isRowHeader ? (
                    <th key={column.id} role="rowheader" scope="row" {...marks}>
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td key={column.id} role="cell" {...marks}>
                      <div>{column.cell(row)}</div>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
  /* eslint-enable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
}

/** Two columns stay a table wherever they stand. */
function containerOf(columns: number, isCompact: boolean | undefined) {
  if (columns <= 2) {
    return styles.small;
  }
  return isCompact ? styles.compact : styles.container;
}

function useScrollsSideways(frame: React.RefObject<HTMLElement>): boolean {
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const observer = new ResizeObserver(() =>
      setScrolls(element.scrollWidth > element.clientWidth + 1),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return scrolls;
}
