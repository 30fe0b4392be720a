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

import { KeyboardEvent } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SearchField } from '@backstage/ui';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { QueryState } from '../shared/useQueryState';
import { useTyped } from '../shared/useTyped';
import { firstResult, searchBoxProps } from './resultFocus';

export interface SearchBoxProps {
  query: QueryState;
}

/** One box over packages, licences and components; arrow down walks into the results. */
export function SearchBox(props: SearchBoxProps) {
  const { query } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const [text, setText] = useTyped(query.one('q') ?? '', q =>
    query.change({ q: q || undefined }, { replace: true }),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const first = firstResult();
    if (event.key === 'ArrowDown' && first) {
      event.preventDefault();
      first.focus();
    }
  };
  return (
    // On the way down, because the field keeps the keys it is given to itself.
    <div {...searchBoxProps} role="search" onKeyDownCapture={onKeyDown}>
      <SearchField
        size="medium"
        label={t('overview.searchLabel')}
        placeholder={t('overview.searchPlaceholder')}
        value={text}
        onChange={setText}
        maxLength={200}
      />
    </div>
  );
}
