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
import { Alert } from '@backstage/ui';
import {
  IngestReport,
  UsageFinding,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { useFormat } from '../shared/useFormat';
import { FindingList } from './FindingList';
import { refusalFindings } from './refusalFindings';
import styles from './UploadPanel.module.css';
import { UploadState } from './useUpload';

const titles = {
  stored: 'upload.stored',
  unchanged: 'upload.unchanged',
  'not-current': 'upload.notCurrent',
} as const satisfies Record<IngestReport['outcome'], string>;

export interface UploadReportProps {
  state: Extract<UploadState, { step: 'done' | 'failed' }>;
}

/** What became of a document: taken, known already, or refused and why. */
export function UploadReport(props: UploadReportProps) {
  const { state } = props;
  return state.step === 'done' ? (
    <Taken report={state.report} />
  ) : (
    <Refused error={state.error} />
  );
}

function Taken(props: { report: IngestReport }) {
  const { outcome, snapshot, findings } = props.report;
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  return (
    <div className={styles.report}>
      <Alert
        role="status"
        status={outcome === 'stored' ? 'success' : 'info'}
        icon
        title={t(titles[outcome])}
        description={
          <>
            <span className={styles.line}>
              {t('upload.read', {
                format: snapshot.format,
                version: snapshot.specVersion,
                tool: snapshot.tools.join(', ') || t('face.unknown'),
              })}
            </span>
            <span className={styles.line}>
              {t('upload.packages', { count: snapshot.counts.packages })}
              {/* Nothing at all changed also when there was nothing before. */}
              {snapshot.added + snapshot.removed > 0 &&
                `. ${t('upload.added', {
                  value: format.number(snapshot.added),
                  removed: format.number(snapshot.removed),
                })}`}
              .
            </span>
          </>
        }
      />
      <Findings findings={findings} />
    </div>
  );
}

function Refused(props: { error: Error }) {
  const { error } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const findings = refusalFindings(error);
  const status = 'statusCode' in error ? error.statusCode : undefined;
  const isRefused = [400, 413, 415, 422].some(code => code === status);
  return (
    <div className={styles.report}>
      <Alert
        role="alert"
        status="danger"
        icon
        title={isRefused ? t('upload.refused') : t('upload.failed')}
        description={
          <>
            {/* The findings say it better than the words of the protocol. */}
            {findings.length === 0 && (
              <span lang="en" className={styles.line}>
                {error.message}
              </span>
            )}
            <span className={styles.line}>{t('upload.refusedHint')}</span>
          </>
        }
      />
      {findings.length > 0 && <Findings findings={findings} />}
    </div>
  );
}

function Findings(props: { findings: UsageFinding[] }) {
  const { t } = useTranslationRef(ospoTranslationRef);
  return (
    <>
      <h3 className={styles.heading}>{t('upload.report')}</h3>
      <FindingList findings={props.findings} hasDocument />
    </>
  );
}
