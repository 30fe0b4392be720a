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

import { ReactNode, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, SearchField, Select, Tag, TagGroup } from '@backstage/ui';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { RiFilter3Line } from '@remixicon/react';
import styles from './FilterBar.module.css';
import { QueryState } from './useQueryState';
import { useTyped } from './useTyped';

export interface FilterChoice {
  /** Name of the query parameter. */
  name: string;
  label: string;
  options: { value: string; label: string }[];
  /** True when only one value can hold at a time. */
  isSingle?: boolean;
}

export interface FilterBarProps {
  query: QueryState;
  searchPlaceholder?: string;
  filters: FilterChoice[];
  sort?: { options: { value: string; label: string }[]; byDefault: string };
  /** Stands at the end, for example the download. */
  children?: ReactNode;
}

/** A list this long is quicker to search than to read. */
const SEARCHED_FROM = 8;

/** Search, filters and order of a list. What is chosen stands in the address and below as tags that can be removed. */
export function FilterBar(props: FilterBarProps) {
  const { query, searchPlaceholder, filters, sort, children } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useTyped(query.one('q') ?? '', q =>
    query.change({ q: q || undefined }, { replace: true }),
  );
  const chosen = filters.flatMap(filter =>
    query.many(filter.name).map(value => ({
      id: `${filter.name}=${value}`,
      filter,
      value,
      label: labelOf(filter, value),
    })),
  );

  return (
    <div role="search" className={styles.bar}>
      <div
        className={styles.first}
        data-toggle-only={
          (searchPlaceholder === undefined && !children) || undefined
        }
      >
        {searchPlaceholder !== undefined && (
          <div className={styles.search}>
            <SearchField
              aria-label={t('list.search')}
              placeholder={searchPlaceholder}
              value={text}
              onChange={setText}
              maxLength={200}
            />
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
          <FilterSelect key={filter.name} filter={filter} query={query} />
        ))}
        {sort && (
          <Select
            label={t('list.sort')}
            options={sort.options.map(option => ({
              id: option.value,
              label: option.label,
            }))}
            value={query.one('sort') ?? sort.byDefault}
            onChange={key =>
              query.change({
                sort: key === sort.byDefault ? undefined : String(key),
              })
            }
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

function FilterSelect(props: { filter: FilterChoice; query: QueryState }) {
  const { filter, query } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const shared = {
    label: filter.label,
    placeholder: t('list.any'),
    options: filter.options.map(option => ({
      id: option.value,
      label: option.label,
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
      value={query.one(filter.name) ?? null}
      onChange={key =>
        query.change({ [filter.name]: key === null ? undefined : String(key) })
      }
    />
  ) : (
    <Select
      {...shared}
      selectionMode="multiple"
      value={query.many(filter.name)}
      onChange={keys => query.change({ [filter.name]: keys.map(String) })}
    />
  );
}

function labelOf(filter: FilterChoice, value: string): string {
  return filter.options.find(option => option.value === value)?.label ?? value;
}
