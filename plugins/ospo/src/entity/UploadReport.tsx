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
import { Alert, Link } from '@backstage/ui';
import {
  IngestReport,
  UsageFinding,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { statusOf } from '../shared/errorText';
import { useFormat } from '../shared/useFormat';
import { withQuery } from '../shared/useOspoLinks';
import { FindingList } from './FindingList';
import { refusalFindings } from './refusalFindings';
import styles from './UploadPanel.module.css';
import { UploadState } from './useUpload';
import { wasRefused } from './wasRefused';

const titles = {
  stored: 'upload.stored',
  unchanged: 'upload.unchanged',
  'not-current': 'upload.notCurrent',
} as const satisfies Record<IngestReport['outcome'], string>;

export interface UploadReportProps {
  state: Extract<UploadState, { step: 'done' | 'failed' | 'cancelled' }>;
}

/** What became of a document: taken, known already, refused and why, or nobody knows. */
export function UploadReport(props: UploadReportProps) {
  const { state } = props;
  switch (state.step) {
    case 'done':
      return <Taken report={state.report} />;
    case 'cancelled':
      return <Cancelled />;
    default:
      return wasRefused(state.error) ? (
        <Refused error={state.error} />
      ) : (
        <Unsure error={state.error} />
      );
  }
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
  const isFault = [400, 413, 415, 422].includes(statusOf(error) ?? 0);
  return (
    <div className={styles.report}>
      <Alert
        role="alert"
        status="danger"
        icon
        title={isFault ? t('upload.refused') : t('upload.failed')}
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

/** The connection broke, or somebody on the way gave up waiting. */
function Unsure(props: { error: Error }) {
  const { t } = useTranslationRef(ospoTranslationRef);
  return (
    <div className={styles.report}>
      <Alert
        role="alert"
        status="warning"
        icon
        title={t('upload.unsure')}
        description={
          <>
            <span lang="en" className={styles.line}>
              {props.error.message}
            </span>
            <SeeHistory />
          </>
        }
      />
    </div>
  );
}

function Cancelled() {
  const { t } = useTranslationRef(ospoTranslationRef);
  return (
    <div className={styles.report}>
      <Alert
        role="status"
        status="warning"
        icon
        title={t('upload.cancelled')}
        description={
          <>
            <span className={styles.line}>{t('upload.unsure')}.</span>
            <SeeHistory />
          </>
        }
      />
    </div>
  );
}

function SeeHistory() {
  const { t } = useTranslationRef(ospoTranslationRef);
  return (
    <span className={styles.line}>
      {t('upload.unsureHint')}{' '}
      <Link href={withQuery('', { view: 'history' })}>
        {t('entity.history')}
      </Link>
    </span>
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
