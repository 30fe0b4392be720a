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

import { memo, ReactNode, useCallback, useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, SearchField, Select, Tag, TagGroup } from '@backstage/ui';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { RiFilter3Line } from '@remixicon/react';
import styles from './FilterBar.module.css';
import { useFocusWhenLost } from './useFocusWhenLost';
import { QueryValues } from './useOspoLinks';
import { QueryState } from './useQueryState';
import { useTyped } from './useTyped';

export interface FilterChoice {
  /** Name of the query parameter. */
  name: string;
  label: string;
  options: { value: string; label: string; count?: number }[];
  /** True when only one value can hold at a time. */
  isSingle?: boolean;
}

export interface SortChoice {
  options: { value: string; label: string }[];
  byDefault: string;
}

export interface FilterBarProps {
  query: QueryState;
  searchPlaceholder?: string;
  /** What is typed, and what to do with it, for a list that follows each key. */
  typed?: [text: string, onType: (text: string) => void];
  filters: FilterChoice[];
  sort?: SortChoice;
  /** Stands at the end, for example the download. */
  children?: ReactNode;
}

/** A list this long is quicker to search than to read. */
const SEARCHED_FROM = 8;

interface FilterSelectProps {
  filter: FilterChoice;
  /** The chosen values, one a line: a text, so that the same choice is drawn once. */
  chosen: string;
  change: (values: QueryValues) => void;
}

/** Drawn anew only when its own values change: a bar holds many of them, and somebody may be typing above. */
const FilterSelect = memo((props: FilterSelectProps) => {
  const { filter, chosen, change } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const values = chosen ? chosen.split('\n') : [];
  const shared = {
    label: filter.label,
    placeholder: t('list.any'),
    options: filter.options.map(option => ({
      id: option.value,
      label:
        option.count === undefined
          ? option.label
          : `${option.label} (${option.count})`,
    })),
    search:
      filter.options.length >= SEARCHED_FROM
        ? { placeholder: t('list.search') }
        : undefined,
  };
  return filter.isSingle ? (
    <Select
      {...shared}
      selectionMode="single"
      value={values[0] ?? null}
      onChange={key =>
        change({ [filter.name]: key === null ? undefined : String(key) })
      }
    />
  ) : (
    <Select
      {...shared}
      selectionMode="multiple"
      value={values}
      onChange={keys => change({ [filter.name]: keys.map(String) })}
    />
  );
});

interface SortSelectProps {
  sort: SortChoice;
  value: string;
  change: (values: QueryValues) => void;
}

const SortSelect = memo((props: SortSelectProps) => {
  const { sort, value, change } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  return (
    <Select
      label={t('list.sort')}
      options={sort.options.map(option => ({
        id: option.value,
        label: option.label,
      }))}
      value={value}
      onChange={key =>
        change({ sort: key === sort.byDefault ? undefined : String(key) })
      }
    />
  );
});

/** Search, filters and order of a list. What is chosen stands in the address and below as tags that can be removed. */
export function FilterBar(props: FilterBarProps) {
  const { query, searchPlaceholder, typed, filters, sort, children } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const [isOpen, setIsOpen] = useState(false);
  const change = useChange(query);
  const chosen = filters.flatMap(filter =>
    query.many(filter.name).map(value => ({
      id: `${filter.name}=${value}`,
      filter,
      value,
      label: labelOf(filter, value),
    })),
  );
  // What takes a filter away goes with the last of them.
  const bar = useFocusWhenLost<HTMLDivElement>(chosen.length);

  return (
    <div ref={bar} tabIndex={-1} role="search" className={styles.bar}>
      <div
        className={styles.first}
        data-toggle-only={
          (searchPlaceholder === undefined && !children) || undefined
        }
      >
        {searchPlaceholder !== undefined && (
          <div className={styles.search}>
            {typed ? (
              <SearchBox placeholder={searchPlaceholder} typed={typed} />
            ) : (
              <SettlingSearchBox
                placeholder={searchPlaceholder}
                query={query}
              />
            )}
          </div>
        )}
        <Button
          className={styles.toggle}
          variant="secondary"
          iconStart={<RiFilter3Line aria-hidden />}
          aria-expanded={isOpen}
          onPress={() => setIsOpen(!isOpen)}
        >
          {t('list.filters')}
        </Button>
        {children && <div className={styles.extra}>{children}</div>}
      </div>
      <div className={styles.choices} data-open={isOpen || undefined}>
        {filters.map(filter => (
          <FilterSelect
            key={filter.name}
            filter={filter}
            chosen={query.many(filter.name).join('\n')}
            change={change}
          />
        ))}
        {sort && (
          <SortSelect
            sort={sort}
            value={query.one('sort') ?? sort.byDefault}
            change={change}
          />
        )}
      </div>
      {chosen.length > 0 && (
        <div className={styles.chosen}>
          <TagGroup
            aria-label={t('list.active')}
            items={chosen}
            onRemove={keys =>
              query.change(
                Object.fromEntries(
                  filters.map(filter => [
                    filter.name,
                    chosen
                      .filter(
                        item => item.filter === filter && !keys.has(item.id),
                      )
                      .map(item => item.value),
                  ]),
                ),
              )
            }
          >
            {item => (
              <Tag id={item.id} textValue={item.label}>
                {`${item.filter.label}: ${item.label}`}
              </Tag>
            )}
          </TagGroup>
          <Button
            variant="tertiary"
            onPress={() =>
              query.change({
                q: undefined,
                ...Object.fromEntries(filters.map(({ name }) => [name, []])),
              })
            }
          >
            {t('list.clear')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** A search text that goes into the address when typing pauses. */
export function useSearchText(
  query: QueryState,
): [text: string, onType: (text: string) => void] {
  return useTyped(query.one('q') ?? '', q =>
    query.change({ q: q || undefined }, { replace: true }),
  );
}

function SettlingSearchBox(props: { placeholder: string; query: QueryState }) {
  return (
    <SearchBox
      placeholder={props.placeholder}
      typed={useSearchText(props.query)}
    />
  );
}

function SearchBox(props: {
  placeholder: string;
  typed: [text: string, onType: (text: string) => void];
}) {
  const [text, onType] = props.typed;
  const { t } = useTranslationRef(ospoTranslationRef);
  return (
    <SearchField
      aria-label={t('list.search')}
      placeholder={props.placeholder}
      value={text}
      onChange={onType}
      maxLength={200}
    />
  );
}

/** Changes the address as it is then; the same function for as long as the bar is shown. */
function useChange(query: QueryState): (values: QueryValues) => void {
  const latest = useRef(query);
  latest.current = query;
  return useCallback(values => latest.current.change(values), []);
}

function labelOf(filter: FilterChoice, value: string): string {
  return filter.options.find(option => option.value === value)?.label ?? value;
}
