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
import { Decision } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { DataColumn, DataTable } from '../shared/DataTable';
import styles from '../shared/Office.module.css';
import { RefLink } from '../shared/RefLinks';
import { RefOrText } from '../shared/RefOrText';
import { Panel } from '../shared/Screen';
import { TextLines } from '../shared/TextLines';
import { useFormat } from '../shared/useFormat';
import { useOspoLinks } from '../shared/useOspoLinks';
import { OutcomeBadge } from './badges';
import { RequestPartProps } from './RequestPartProps';

/** What was decided, by whom, under which conditions, for how long, and on which facts. */
export function DecisionPanel(props: RequestPartProps) {
  const { decision } = props.request;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  const links = useOspoLinks();
  const columns = useFactColumns();
  if (!decision) {
    return null;
  }
  return (
    <Panel title={t('request.decision')}>
      <p className={styles.line}>
        <OutcomeBadge outcome={decision.outcome} />{' '}
        {decision.validUntil
          ? t('request.validUntil', { date: format.date(decision.validUntil) })
          : t('request.validForever')}
      </p>
      <TextLines text={decision.summary} />
      {decision.conditions.length > 0 && (
        <div>
          <strong>{t('request.conditions')}</strong>
          <ul>
            {decision.conditions.map(condition => (
              <li key={condition}>{condition}</li>
            ))}
          </ul>
        </div>
      )}
      <span className={styles.muted}>
        {t('request.decisionBy')} <RefLink entityRef={decision.decidedBy} />{' '}
        {t('request.decisionOn', { date: format.dateTime(decision.decidedAt) })}
      </span>
      {decision.facts.length > 0 && (
        <DataTable
          label={t('request.facts')}
          columns={columns}
          rows={decision.facts}
          getKey={row => `${row.label} ${row.source} ${row.value}`}
        />
      )}
      {decision.precedentId && (
        <p className={styles.line}>
          {t('request.precedent')}{' '}
          <Link href={links.precedent(decision.precedentId)}>
            {t('request.seePrecedent')}
          </Link>
        </p>
      )}
    </Panel>
  );
}

function useFactColumns(): DataColumn<Decision['facts'][number]>[] {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  return [
    {
      id: 'label',
      label: t('request.fact'),
      isRowHeader: true,
      cell: row => row.label,
    },
    {
      id: 'value',
      label: t('request.factValue'),
      cell: row => <RefOrText text={row.value} />,
    },
    { id: 'source', label: t('request.factSource'), cell: row => row.source },
    {
      id: 'asOf',
      label: t('request.factAsOf'),
      isShort: true,
      cell: row => format.date(row.asOf),
    },
  ];
}
