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
import { ButtonLink } from '@backstage/ui';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { EmptyFace } from '../shared/Faces';
import { ScreenHead } from '../shared/Screen';
import { useOspoLinks } from '../shared/useOspoLinks';
import { RequestList } from './RequestList';

/** What the reader has asked. */
export function MineView() {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const links = useOspoLinks();
  const ask = (
    <ButtonLink variant="primary" href={links.ask()}>
      {t('requests.askFirst')}
    </ButtonLink>
  );
  return (
    <>
      <ScreenHead
        title={t('requests.mineTitle')}
        intro={t('requests.mineIntro')}
        actions={ask}
      />
      <RequestList
        view="mine"
        label={t('requests.mineTitle')}
        empty={
          <EmptyFace
            title={t('requests.mineNone')}
            hint={t('requests.mineNoneHint')}
          >
            {ask}
          </EmptyFace>
        }
      />
    </>
  );
}
