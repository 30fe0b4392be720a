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

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  EvidenceClause,
  EvidencePack,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoApiRef,
  ospoOfficeTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { RiDownloadLine, RiPrinterLine } from '@remixicon/react';
import { AsyncContent } from '../shared/AsyncContent';
import { CsvButton } from '../shared/CsvButton';
import { DataColumn, DataTable } from '../shared/DataTable';
import { EmptyFace } from '../shared/Faces';
import styles from '../shared/Office.module.css';
import { RefLinks } from '../shared/RefLinks';
import { saveBlob } from '../shared/saveBlob';
import { Panel, ScreenHead } from '../shared/Screen';
import { BadgeTone, ToneBadge } from '../shared/StateBadge';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { EvidenceRoles } from './EvidenceRoles';

const tones: Record<EvidenceClause['state'], BadgeTone> = {
  met: 'good',
  'partly-met': 'warn',
  'not-met': 'bad',
};

/** What an assessor asks for: on screen, as a file, and on paper. */
export function EvidencePackView() {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const ospo = useApi(ospoApiRef);
  const state = useOspo(['evidence pack'], (api, signal) =>
    api.competencies.getEvidencePack({ signal }),
  );
  return (
    // The mark is what the print styles look for.
    <div className={styles.side} data-ospo-print>
      <ScreenHead
        title={t('pack.title')}
        intro={t('pack.intro')}
        actions={
          state.status === 'loaded' && (
            <>
              <Button
                variant="secondary"
                iconStart={<RiDownloadLine aria-hidden />}
                onPress={() =>
                  saveBlob(
                    new Blob([JSON.stringify(state.value, null, 2)], {
                      type: 'application/json',
                    }),
                    'evidence-pack.json',
                  )
                }
              >
                {t('pack.json')}
              </Button>
              <CsvButton
                fileName="evidence-pack.csv"
                load={() => ospo.competencies.downloadEvidencePackCsv()}
              />
              <Button
                variant="secondary"
                iconStart={<RiPrinterLine aria-hidden />}
                onPress={() => window.print()}
              >
                {t('pack.print')}
              </Button>
            </>
          )
        }
      />
      <AsyncContent state={state} rows={10}>
        {pack => <Full pack={pack} />}
      </AsyncContent>
    </div>
  );
}

function Full(props: { pack: EvidencePack }) {
  const { pack } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  const columns = useClauseColumns();
  const met = pack.clauses.filter(({ state }) => state === 'met').length;
  return (
    <>
      <p className={styles.line}>
        {t('pack.summary', {
          met: format.number(met),
          all: format.number(pack.clauses.length),
        })}{' '}
        {t('pack.asOf', { date: format.dateTime(pack.asOf) })}
      </p>
      <Panel title={t('pack.clauses')}>
        <DataTable
          label={t('pack.clauses')}
          columns={columns}
          rows={pack.clauses}
          getKey={row => `${row.standard} ${row.clause}`}
        />
      </Panel>
      <Panel title={t('pack.roles')}>
        {pack.roles.length === 0 ? (
          <EmptyFace title={t('pack.noRoles')} />
        ) : (
          <EvidenceRoles roles={pack.roles} />
        )}
      </Panel>
      <Panel title={t('pack.legal')}>
        <p className={styles.line}>
          {pack.legalExpertise.length === 0 ? (
            t('pack.noLegal')
          ) : (
            <RefLinks refs={pack.legalExpertise.map(({ ref }) => ref)} />
          )}
        </p>
      </Panel>
    </>
  );
}

function useClauseColumns(): DataColumn<EvidenceClause>[] {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  return [
    {
      id: 'clause',
      label: t('pack.clause'),
      isRowHeader: true,
      cell: row => (
        <>
          {row.standard} {row.clause}
          <span className={styles.muted} lang="en">
            {row.title}
          </span>
        </>
      ),
    },
    {
      id: 'state',
      label: t('pack.stateLabel'),
      isShort: true,
      cell: row => (
        <ToneBadge tone={tones[row.state]}>
          {t(`pack.state.${row.state}`)}
        </ToneBadge>
      ),
    },
    {
      id: 'missing',
      label: t('pack.missing'),
      cell: row =>
        row.missing.length === 0 ? (
          t('pack.nothing')
        ) : (
          <ul className={styles.list}>
            {row.missing.map(({ text, mend }) => (
              <li key={text} lang="en">
                {text}
                <span className={styles.muted}>{t('pack.mend', { mend })}</span>
              </li>
            ))}
          </ul>
        ),
    },
  ];
}
