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
import {
  CompetencyProvider,
  ProviderState,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { DataColumn, DataTable } from '../shared/DataTable';
import { Unknown } from '../shared/EntityCells';
import { EmptyFace } from '../shared/Faces';
import styles from '../shared/Office.module.css';
import { RefLink } from '../shared/RefLinks';
import { safeHref } from '../shared/safeHref';
import { BadgeTone, ToneBadge } from '../shared/StateBadge';
import { useFormat } from '../shared/useFormat';
import { ConfirmProvider } from './ConfirmProvider';
import { displayNames, scopeLimits } from './scopeWords';

const tones: Record<Exclude<ProviderState, 'present'>, BadgeTone> = {
  missing: 'warn',
  'contract-ended': 'bad',
  unconfirmed: 'quiet',
};

export interface ProvidersTableProps {
  providers: CompetencyProvider[];
  /** Given to those who may confirm what persons say of themselves. */
  confirming?: { competencyRef: string; onConfirmed: () => void };
}

/** Who provides a competency, with what they may do and for whom; the first to be asked stands first. */
export function ProvidersTable(props: ProvidersTableProps) {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  if (props.providers.length === 0) {
    return (
      <EmptyFace
        title={t('competency.whoNone')}
        hint={t('competency.whoNoneHint')}
      />
    );
  }
  const columns: DataColumn<CompetencyProvider>[] = [
    {
      id: 'provider',
      label: t('competency.provider'),
      isRowHeader: true,
      cell: row => (
        <>
          <Provider provider={row} />
          {props.confirming && (
            <ConfirmProvider {...props.confirming} provider={row} />
          )}
        </>
      ),
    },
    {
      id: 'may',
      label: t('competency.may'),
      isShort: true,
      cell: row => t(`authority.${row.authority}`),
    },
    {
      id: 'scope',
      label: t('competency.answersFor'),
      cell: row => <Scope provider={row} />,
    },
    {
      id: 'kind',
      label: t('competency.kind'),
      cell: row => (
        <>
          {t(`providerKind.${row.kind}`)}
          {row.contractEnds && (
            <span className={styles.muted}>
              {t('competency.contractEnds', {
                date: format.date(row.contractEnds),
              })}
            </span>
          )}
        </>
      ),
    },
    {
      id: 'capacity',
      label: t('competency.capacity'),
      cell: row => (
        <>
          {row.hoursPerMonth === undefined ? (
            <Unknown />
          ) : (
            t('hours.perMonth', { count: row.hoursPerMonth })
          )}
          {row.onDemand && (
            <span className={styles.muted}>{t('competency.onDemand')}</span>
          )}
        </>
      ),
    },
    {
      id: 'source',
      label: t('competency.sourceLabel'),
      cell: row => t(`competency.source.${row.source}`),
    },
  ];
  return (
    <DataTable
      label={t('competency.who')}
      columns={columns}
      rows={[...props.providers].sort((a, b) => a.priority - b.priority)}
      getKey={row => `${row.ref} ${row.source}`}
    />
  );
}

function Provider(props: { provider: CompetencyProvider }) {
  const { ref, state, mailbox } = props.provider;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const mailto = mailbox && safeHref(`mailto:${mailbox}`);
  return (
    <>
      <RefLink entityRef={ref} isMissing={state === 'missing'} />{' '}
      {state !== 'present' && state !== 'missing' && (
        <ToneBadge tone={tones[state]}>
          {t(`competency.state.${state}`)}
        </ToneBadge>
      )}
      {mailto && (
        <span className={styles.muted}>
          <Link href={mailto}>{mailbox}</Link>
        </span>
      )}
    </>
  );
}

function Scope(props: { provider: CompetencyProvider }) {
  const { scope } = props.provider;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { language } = useFormat();
  const limits = scopeLimits(scope, displayNames(language)).map(
    ({ kind, list }) => t(`competency.${kind}`, { list }),
  );
  return (
    <>
      {limits.length > 0 ? limits.join('; ') : t('competency.everything')}
      {scope.confidential && (
        <span className={styles.muted}>{t('competency.confidential')}</span>
      )}
    </>
  );
}
