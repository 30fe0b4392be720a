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

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { OspoRequest } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AskButton } from '../shared/AskButton';
import { AsyncContent } from '../shared/AsyncContent';
import { DataColumn } from '../shared/DataTable';
import { EmptyFace } from '../shared/Faces';
import { ListContent } from '../shared/ListContent';
import styles from '../shared/Office.module.css';
import { Panel, Screen } from '../shared/Screen';
import { useOspo } from '../shared/useOspo';
import { useQueryState } from '../shared/useQueryState';
import { PrecedentList } from './PrecedentList';
import { RequestName } from './RequestList';
import { StatusLine } from './StatusLine';

/** The tab of an entity: what was asked about it, and what was answered before. */
export function EntityRequests() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  return (
    <Screen isInset>
      <RequestsAbout
        key={entityRef}
        entityRef={entityRef}
        name={entity.metadata.title ?? entity.metadata.name}
      />
    </Screen>
  );
}

function RequestsAbout(props: { entityRef: string; name: string }) {
  const { entityRef, name } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const query = useQueryState();
  const question = { view: 'all' as const, entityRef, cursor: query.cursor };
  const state = useOspo(['requests', question], (api, signal) =>
    api.requests.listRequests(question, { signal }),
  );
  const columns: DataColumn<OspoRequest>[] = [
    {
      id: 'request',
      label: t('requests.number'),
      isRowHeader: true,
      cell: row => <RequestName request={row} />,
    },
    {
      id: 'status',
      label: t('requests.status'),
      cell: row => <StatusLine request={row} />,
    },
  ];
  const ask = <AskButton about={{ entity: entityRef }} name={name} />;
  return (
    <>
      <Panel title={t('entityRequests.title')} actions={ask}>
        <p className={styles.line}>{t('entityRequests.intro')}</p>
        <ListContent
          label={t('entityRequests.title')}
          state={state}
          query={query}
          columns={columns}
          getKey={row => row.id}
          isNarrowed={false}
          empty={<EmptyFace title={t('entityRequests.none')}>{ask}</EmptyFace>}
        />
      </Panel>
      <Precedents entityRef={entityRef} />
    </>
  );
}

function Precedents(props: { entityRef: string }) {
  const { entityRef } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const state = useOspo(['precedents', { entityRef }], (api, signal) =>
    api.requests.listPrecedents({ entityRef, limit: 10 }, { signal }),
  );
  return (
    <Panel title={t('entityRequests.precedents')}>
      <AsyncContent state={state} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.line}>{t('preview.noPrecedents')}</p>
          ) : (
            <PrecedentList precedents={items} />
          )
        }
      </AsyncContent>
    </Panel>
  );
}
