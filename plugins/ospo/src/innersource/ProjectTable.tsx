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

import { Link } from '@backstage/ui';
import {
  InnerSourceProject,
  SignalValue,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { DataColumn, DataTable } from '../shared/DataTable';
import { Unknown } from '../shared/EntityCells';
import styles from '../shared/Office.module.css';
import { useFormat } from '../shared/useFormat';
import { useOspoLinks } from '../shared/useOspoLinks';
import own from './InnerSource.module.css';
import { LabelBadge } from './LabelBadge';
import { MarkBadges, ProjectOwner } from './projectBadges';
import { ProjectListProps } from './ProjectCards';
import { useTranslationRef } from '../shared/useTranslationRef';

/** Projects to compare. */
export function ProjectTable(props: ProjectListProps) {
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const format = useFormat();
  const links = useOspoLinks();
  const columns: DataColumn<InnerSourceProject>[] = [
    {
      id: 'project',
      label: t('innerSource.name'),
      isRowHeader: true,
      cell: row => (
        <>
          <Link href={links.project(row.ref)}>{row.title}</Link>{' '}
          <MarkBadges marks={row.marks} />
          <span className={`${styles.muted} ${own.below}`}>
            <ProjectOwner project={row} isSmall />
          </span>
        </>
      ),
    },
    {
      id: 'governance',
      label: t('innerSource.governanceLevel'),
      cell: row =>
        row.governanceLevel ? (
          t(`governance.${row.governanceLevel}`)
        ) : (
          <Unknown />
        ),
    },
    {
      id: 'language',
      label: t('innerSource.language'),
      cell: row => row.language ?? <Unknown />,
    },
    {
      id: 'activity',
      label: t('innerSource.activity'),
      isShort: true,
      cell: row => <LabelBadge label={row.labels.activity} />,
    },
    {
      id: 'welcoming',
      label: t('innerSource.welcoming'),
      isShort: true,
      cell: row => <LabelBadge label={row.labels.welcoming} />,
    },
    {
      id: 'lastPush',
      label: t('innerSource.lastPush'),
      isShort: true,
      cell: row =>
        row.lastHumanPush.value === null ? (
          <Unknown />
        ) : (
          format.ago(row.lastHumanPush.value)
        ),
    },
    {
      id: 'wantedHelp',
      label: t('innerSource.wantedHelp'),
      isNumber: true,
      cell: row => <Count signal={row.wantedHelp} />,
    },
    {
      id: 'dependants',
      label: t('innerSource.dependants'),
      isNumber: true,
      cell: row => <Count signal={row.dependants} />,
    },
  ];
  return (
    <DataTable
      label={props.label}
      columns={columns}
      rows={props.projects}
      getKey={row => row.ref}
    />
  );
}

function Count(props: { signal: SignalValue<number> }) {
  const { value } = props.signal;
  const format = useFormat();
  return value === null ? <Unknown /> : <>{format.number(value)}</>;
}
