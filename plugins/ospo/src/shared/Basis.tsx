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
import { UsageBasis } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import styles from './Basis.module.css';
import { useFormat } from './useFormat';

export interface BasisProps {
  basis: UsageBasis;
}

/** What the numbers on a screen rest on: how many components are known, how old that is, and who is counted. */
export function Basis(props: BasisProps) {
  const { basis } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  return (
    <p className={styles.basis}>
      {t('basis.coverage', {
        count: basis.componentsWithSbom,
        components: t('basis.components', { count: basis.components }),
      })}{' '}
      {basis.oldestSbomAt &&
        `${t('basis.oldest', { date: format.date(basis.oldestSbomAt) })} `}
      {t('basis.asOf', { date: format.dateTime(basis.asOf) })}
      {basis.visibility === 'visible' && ` ${t('basis.visible')}`}
    </p>
  );
}
