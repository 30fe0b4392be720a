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

import { useState } from 'react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Link } from '@backstage/ui';
import {
  CapacityAgreement,
  CompetencyRef,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoApiRef,
  ospoOfficeTranslationRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { ActionError } from '../shared/ActionError';
import { AsyncContent } from '../shared/AsyncContent';
import { entityName } from '../shared/entityNames';
import styles from '../shared/Office.module.css';
import { RefLink } from '../shared/RefLinks';
import { Panel } from '../shared/Screen';
import { TextLines } from '../shared/TextLines';
import { useAction } from '../shared/useAction';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { useOspoLinks } from '../shared/useOspoLinks';
import { AgreementForm } from './AgreementForm';

export interface AgreementsPanelProps {
  /** Whose agreements, or for which competency. */
  of: { providerRef: string } | { competencyRef: string };
  /** Competencies that the reader steers, and so may agree on hours for. */
  steered: CompetencyRef[];
  /** Called when hours were agreed or taken back. */
  onChanged?: () => void;
}

/** Hours that a line has agreed to; entered by those who steer the competency. */
export function AgreementsPanel(props: AgreementsPanelProps) {
  const { of, steered, onChanged } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const ospo = useApi(ospoApiRef);
  const removing = useAction();
  const [isAdding, setIsAdding] = useState(false);
  const [isAdded, setIsAdded] = useState(false);
  const state = useOspo(['agreements', of], (api, signal) =>
    api.competencies.listAgreements(of, { signal }),
  );
  const reload = () => {
    if (state.status === 'loaded') {
      state.reload();
    }
    onChanged?.();
  };
  const remove = async (id: string) => {
    if (await removing.run(() => ospo.competencies.removeAgreement(id))) {
      reload();
    }
  };
  return (
    <Panel
      title={t('profile.agreements')}
      actions={
        <>
          <span role="status">{isAdded && t('profile.agreementSaved')}</span>
          {steered.length > 0 && !isAdding && (
            <Button
              variant="secondary"
              onPress={() => {
                setIsAdded(false);
                setIsAdding(true);
              }}
            >
              {t('profile.addAgreement')}
            </Button>
          )}
        </>
      }
    >
      <p className={styles.line}>
        {t(
          'providerRef' in of
            ? 'profile.agreementsIntro'
            : 'profile.agreementsOfIntro',
        )}
      </p>
      {isAdding && (
        <AgreementForm
          providerRef={'providerRef' in of ? of.providerRef : undefined}
          competencies={steered}
          onClose={() => setIsAdding(false)}
          onAdded={() => {
            setIsAdding(false);
            setIsAdded(true);
            reload();
          }}
        />
      )}
      <AsyncContent state={state} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.line}>{t('profile.noAgreements')}</p>
          ) : (
            <ul className={styles.list}>
              {items.map(item => (
                <Item
                  key={item.id}
                  item={item}
                  isOfCompetency={'competencyRef' in of}
                  onRemove={
                    steered.some(({ ref }) => ref === item.competencyRef)
                      ? remove
                      : undefined
                  }
                />
              ))}
            </ul>
          )
        }
      </AsyncContent>
      <ActionError error={removing.error} />
    </Panel>
  );
}

function Item(props: {
  item: CapacityAgreement;
  isOfCompetency: boolean;
  onRemove: ((id: string) => void) | undefined;
}) {
  const { item, isOfCompetency, onRemove } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { t: shared } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  const links = useOspoLinks();
  const name = entityName(
    isOfCompetency ? item.providerRef : item.competencyRef,
  );
  const from = format.date(item.validFrom);
  return (
    <li className={`${styles.item} ${styles.apart}`}>
      <div>
        {isOfCompetency ? (
          <RefLink entityRef={item.providerRef} />
        ) : (
          <Link href={links.competency(item.competencyRef)}>{name}</Link>
        )}
        : {t('hours.perMonth', { count: item.hoursPerMonth })}
        <span className={styles.muted}>
          {item.validTo
            ? t('profile.period', { from, to: format.date(item.validTo) })
            : t('profile.agreedFrom', { from })}
          , {t('profile.agreedBy')} <RefLink entityRef={item.agreedBy} />
        </span>
        {item.note && <TextLines text={item.note} />}
      </div>
      {onRemove && (
        <Button
          size="small"
          variant="tertiary"
          aria-label={shared('action.removeOf', { name: `${name}, ${from}` })}
          onPress={() => onRemove(item.id)}
        >
          {shared('action.remove')}
        </Button>
      )}
    </li>
  );
}
