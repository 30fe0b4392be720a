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
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Link } from '@backstage/ui';
import { RequestDetail } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AsyncContent } from '../shared/AsyncContent';
import styles from '../shared/Office.module.css';
import { RefLink } from '../shared/RefLinks';
import { Panel, ScreenHead } from '../shared/Screen';
import { ToneBadge } from '../shared/StateBadge';
import { useFocusWhenLost } from '../shared/useFocusWhenLost';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { useOspoLinks } from '../shared/useOspoLinks';
import { CommandBar } from './CommandBar';
import { DecisionPanel } from './DecisionPanel';
import { localText } from './localText';
import { QuestionPanel } from './QuestionPanel';
import { RequestAnswers } from './RequestAnswers';
import { RequestEvents } from './RequestEvents';
import { RequestPartProps } from './RequestPartProps';
import { StatusLine } from './StatusLine';
import { SubjectLinks } from './SubjectLinks';
import { WorkItems } from './WorkItems';

export interface RequestPageProps {
  id: string;
}

/** One request: where it stands, who works on it, what was said, what was decided, and what the reader can do. */
export function RequestPage(props: RequestPageProps) {
  const { id } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const links = useOspoLinks();
  const [changed, setChanged] = useState<RequestDetail>();
  const state = useOspo(['request', id], (api, signal) =>
    api.requests.getRequest(id, { signal }),
  );
  const reload = state.status === 'loaded' ? state.reload : () => {};
  return (
    <>
      <Link href={links.requests('mine')}>{t('requests.back')}</Link>
      <AsyncContent state={state} rows={8}>
        {loaded => (
          <Full
            request={
              changed && changed.version > loaded.version ? changed : loaded
            }
            onChanged={setChanged}
            reload={reload}
          />
        )}
      </AsyncContent>
    </>
  );
}

function Full(props: RequestPartProps) {
  const { request } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { language } = useFormat();
  const isConfidential = request.confidentiality === 'confidential';
  // Replying takes its box away.
  const line = useFocusWhenLost<HTMLDivElement>(request.version);
  return (
    <>
      <ScreenHead
        title={
          <>
            {request.number} {request.title}{' '}
            {isConfidential && (
              <ToneBadge tone="note">{t('badge.confidential')}</ToneBadge>
            )}
          </>
        }
        intro={
          <>
            {localText(request.type.title, language)}. {t('requests.requester')}
            : <RefLink entityRef={request.requesterRef} />.
          </>
        }
      />
      {isConfidential && (
        <Alert
          role="note"
          status="info"
          icon
          title={t('request.confidentialNote')}
        />
      )}
      <Panel title={t('requests.status')}>
        <div ref={line} tabIndex={-1} role="status">
          <StatusLine request={request} />
        </div>
        <CommandBar {...props} />
      </Panel>
      {request.question && <QuestionPanel {...props} />}
      {request.decision && <DecisionPanel {...props} />}
      <Panel title={t('item.title')}>
        <WorkItems {...props} />
      </Panel>
      <div className={styles.columns}>
        <Panel title={t('request.answers')}>
          <p className={styles.line}>
            <strong>{t('request.subject')}:</strong>{' '}
            <SubjectLinks subject={request.subject} />
          </p>
          <RequestAnswers type={request.type} answers={request.answers} />
        </Panel>
        <Panel title={t('request.history')}>
          <RequestEvents request={request} />
        </Panel>
      </div>
    </>
  );
}
