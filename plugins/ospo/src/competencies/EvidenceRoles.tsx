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
import { EvidencePack } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { DataColumn, DataTable } from '../shared/DataTable';
import styles from '../shared/Office.module.css';
import { RefLink } from '../shared/RefLinks';
import { useFormat } from '../shared/useFormat';

type Role = EvidencePack['roles'][number];

export interface EvidenceRolesProps {
  roles: Role[];
}

/** Each competency as a role: who holds it, with which authority, and how that is known. */
export function EvidenceRoles(props: EvidenceRolesProps) {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const columns: DataColumn<Role>[] = [
    {
      id: 'competency',
      label: t('competencies.name'),
      isRowHeader: true,
      cell: row => (
        <>
          {row.competency.title}
          <span className={styles.muted}>
            {t(`competencyType.${row.type}`)}
          </span>
        </>
      ),
    },
    {
      id: 'holders',
      label: t('pack.holder'),
      cell: row =>
        row.holders.length === 0 ? (
          t('pack.noHolders')
        ) : (
          <ul className={styles.list}>
            {row.holders.map(holder => (
              <Holder
                key={`${holder.ref} ${holder.authority}`}
                holder={holder}
              />
            ))}
          </ul>
        ),
    },
  ];
  return (
    <DataTable
      label={t('pack.roles')}
      columns={columns}
      rows={props.roles}
      getKey={row => row.competency.ref}
    />
  );
}

function Holder(props: { holder: Role['holders'][number] }) {
  const { holder } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  return (
    <li>
      <RefLink entityRef={holder.ref} isMissing={holder.state === 'missing'} />,{' '}
      {t(`providerKind.${holder.kind}`)}, {t(`authority.${holder.authority}`)}
      <span className={styles.muted}>
        {t('pack.evidenceOf')}:{' '}
        {holder.evidence.length === 0
          ? t('pack.noEvidence')
          : holder.evidence
              .map(
                item =>
                  `${item.title} (${t(
                    `profile.kind.${item.kind}`,
                  )}, ${format.date(item.date)}${
                    item.expires
                      ? `, ${t('pack.expires', {
                          date: format.date(item.expires),
                        })}`
                      : ''
                  })`,
              )
              .join('; ')}
      </span>
    </li>
  );
}
