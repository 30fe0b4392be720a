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

import { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { UsageComponentDetail } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AsyncContent } from '../shared/AsyncContent';
import { EmptyFace, statusOf } from '../shared/Faces';
import { LoadState } from '../shared/useLoad';

export interface ComponentContentProps {
  state: LoadState<UsageComponentDetail>;
  rows: number;
  children: (component: UsageComponentDetail) => ReactNode;
}

/** A component on its own page. The reader sees that it exists, so one that is not found was not read yet. */
export function ComponentContent(props: ComponentContentProps) {
  const { state, rows, children } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  return state.status === 'failed' && statusOf(state.error) === 404 ? (
    <EmptyFace title={t('entity.notYet')} hint={t('entity.notYetHint')}>
      <Button variant="secondary" onPress={state.retry}>
        {t('face.retry')}
      </Button>
    </EmptyFace>
  ) : (
    <AsyncContent state={state} rows={rows}>
      {children}
    </AsyncContent>
  );
}
