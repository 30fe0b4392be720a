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

import { memo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { RiLayoutGridLine, RiTableLine } from '@remixicon/react';
import { QueryState } from '../shared/useQueryState';

export type ProjectDisplay = 'cards' | 'table';

export function readDisplay(query: QueryState): ProjectDisplay {
  return query.one('view') === 'table' ? 'table' : 'cards';
}

export interface ViewSwitchProps {
  query: QueryState;
}

/** Cards to look around, a table to compare. The choice stands in the address. */
export const ViewSwitch = memo((props: ViewSwitchProps) => {
  const { query } = props;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  return (
    <ToggleButtonGroup
      aria-label={t('innerSource.display')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[readDisplay(query)]}
      onSelectionChange={keys =>
        query.change(
          { view: keys.has('table') ? 'table' : undefined },
          { replace: true },
        )
      }
    >
      <ToggleButton id="cards" iconStart={<RiLayoutGridLine aria-hidden />}>
        {t('innerSource.cards')}
      </ToggleButton>
      <ToggleButton id="table" iconStart={<RiTableLine aria-hidden />}>
        {t('innerSource.table')}
      </ToggleButton>
    </ToggleButtonGroup>
  );
});
