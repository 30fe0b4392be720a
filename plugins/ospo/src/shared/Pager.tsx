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
import { Button } from '@backstage/ui';
import { OspoPage } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import styles from './Pager.module.css';
import { useFormat } from './useFormat';
import { QueryState } from './useQueryState';

export interface RowCountProps {
  page: OspoPage<unknown>;
}

/** How many rows there are; never more certain than the answer was. */
export function RowCount(props: RowCountProps) {
  const { total, items } = props.page;
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  let text: string = t('list.shown', { count: items.length });
  if (total) {
    text = total.bounded
      ? t('list.atLeast', { value: format.number(total.value) })
      : t('list.count', { count: total.value });
  }
  return (
    <span role="status" className={styles.count}>
      {text}
    </span>
  );
}

export interface PagerProps {
  query: QueryState;
  nextCursor: string | undefined;
}

export function Pager(props: PagerProps) {
  const { query, nextCursor } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  if (!query.cursor && !nextCursor) {
    return null;
  }
  return (
    <nav aria-label={t('list.pages')} className={styles.pager}>
      {query.goPrevious || !query.cursor ? (
        <Button
          variant="secondary"
          iconStart={<RiArrowLeftSLine aria-hidden />}
          isDisabled={!query.goPrevious}
          onPress={() => query.goPrevious?.()}
        >
          {t('list.previous')}
        </Button>
      ) : (
        <Button
          variant="secondary"
          iconStart={<RiArrowLeftSLine aria-hidden />}
          onPress={query.goFirst}
        >
          {t('list.first')}
        </Button>
      )}
      <span aria-current="page">{t('list.page', { page: query.page })}</span>
      <Button
        variant="secondary"
        iconEnd={<RiArrowRightSLine aria-hidden />}
        isDisabled={!nextCursor}
        onPress={() => nextCursor && query.goNext(nextCursor)}
      >
        {t('list.next')}
      </Button>
    </nav>
  );
}
