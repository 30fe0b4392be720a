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
import { CompetencyDetail } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AskButton } from '../shared/AskButton';
import { AsyncContent } from '../shared/AsyncContent';
import { CoverageBadge } from '../shared/CoverageBadge';
import styles from '../shared/Office.module.css';
import { OfficeFindings } from '../shared/OfficeFindings';
import { Panel, ScreenHead } from '../shared/Screen';
import { ToneBadge } from '../shared/StateBadge';
import { useOspo } from '../shared/useOspo';
import { useOspoLinks } from '../shared/useOspoLinks';
import { AgreementsPanel } from './AgreementsPanel';
import { CompetencyFacts } from './CompetencyFacts';
import { DutyPanel } from './DutyPanel';
import { ProvidersTable } from './ProvidersTable';

export interface CompetencyPageProps {
  competencyRef: string;
}

/** One competency: what it covers, who answers, how fast, and the button to ask. */
export function CompetencyPage(props: CompetencyPageProps) {
  const { competencyRef } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const links = useOspoLinks();
  const state = useOspo(['competency', competencyRef], (api, signal) =>
    api.competencies.getCompetency({ ref: competencyRef }, { signal }),
  );
  return (
    <>
      <Link href={links.competencies()}>{t('competency.back')}</Link>
      <AsyncContent state={state} rows={6}>
        {competency => (
          <Full
            competency={competency}
            reload={state.status === 'loaded' ? state.reload : () => {}}
          />
        )}
      </AsyncContent>
    </>
  );
}

function Full(props: { competency: CompetencyDetail; reload: () => void }) {
  const { competency, reload } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  return (
    <>
      <ScreenHead
        title={competency.title}
        intro={
          <>
            {competency.description && (
              <span className={styles.text}>{competency.description} </span>
            )}
            <CoverageBadge state={competency.coverage} />{' '}
            <ToneBadge tone="note">
              {t(`competencyType.${competency.type}`)}
            </ToneBadge>{' '}
            {competency.tags.map(tag => (
              <span key={tag}>
                <ToneBadge tone="quiet">{tag}</ToneBadge>{' '}
              </span>
            ))}
          </>
        }
        actions={
          <AskButton
            variant="primary"
            about={{ competency: competency.ref }}
            name={competency.title}
          />
        }
      />
      <Panel title={t('competency.who')}>
        <ProvidersTable
          providers={competency.providers}
          confirming={
            competency.may.manage
              ? { competencyRef: competency.ref, onConfirmed: reload }
              : undefined
          }
        />
      </Panel>
      <Panel title={t('competency.facts')}>
        <CompetencyFacts competency={competency} />
      </Panel>
      {competency.may.manage && (
        <>
          <DutyPanel competency={competency} onChanged={reload} />
          <AgreementsPanel
            of={{ competencyRef: competency.ref }}
            steered={[competency]}
            onChanged={reload}
          />
        </>
      )}
      <OfficeFindings
        title={t('competency.findings')}
        findings={competency.findings}
      />
    </>
  );
}
