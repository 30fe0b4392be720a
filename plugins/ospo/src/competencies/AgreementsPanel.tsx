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
import { Link } from '@backstage/ui';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AsyncContent } from '../shared/AsyncContent';
import { entityName } from '../shared/entityNames';
import styles from '../shared/Office.module.css';
import { RefLink } from '../shared/RefLinks';
import { Panel } from '../shared/Screen';
import { TextLines } from '../shared/TextLines';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { useOspoLinks } from '../shared/useOspoLinks';

export interface AgreementsPanelProps {
  providerRef: string;
}

/** Hours that a line has agreed to; entered by those who steer the competency. */
export function AgreementsPanel(props: AgreementsPanelProps) {
  const { providerRef } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  const links = useOspoLinks();
  const state = useOspo(['agreements', providerRef], (api, signal) =>
    api.competencies.listAgreements({ providerRef }, { signal }),
  );
  return (
    <Panel title={t('profile.agreements')}>
      <p className={styles.line}>{t('profile.agreementsIntro')}</p>
      <AsyncContent state={state} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.line}>{t('profile.noAgreements')}</p>
          ) : (
            <ul className={styles.list}>
              {items.map(item => (
                <li key={item.id} className={styles.item}>
                  <Link href={links.competency(item.competencyRef)}>
                    {entityName(item.competencyRef)}
                  </Link>
                  :{' '}
                  {t('hours.perMonth', {
                    value: format.number(item.hoursPerMonth),
                  })}
                  <span className={styles.muted}>
                    {item.validTo
                      ? t('profile.period', {
                          from: format.date(item.validFrom),
                          to: format.date(item.validTo),
                        })
                      : format.date(item.validFrom)}
                    , {t('profile.agreedBy')}{' '}
                    <RefLink entityRef={item.agreedBy} />
                  </span>
                  {item.note && <TextLines text={item.note} />}
                </li>
              ))}
            </ul>
          )
        }
      </AsyncContent>
    </Panel>
  );
}
