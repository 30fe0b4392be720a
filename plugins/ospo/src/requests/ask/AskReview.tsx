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

import { useEffect, useRef } from 'react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import {
  RequestPreview,
  RequestType,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoApiRef,
  ospoOfficeTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { useNavigate } from 'react-router-dom';
import { errorText } from '../../shared/errorText';
import { Facts } from '../../shared/Facts';
import styles from '../../shared/Office.module.css';
import { Panel, ScreenHead } from '../../shared/Screen';
import { useAction } from '../../shared/useAction';
import { LoadState } from '../../shared/useLoad';
import { useOspoLinks } from '../../shared/useOspoLinks';
import { RequestAnswers } from '../RequestAnswers';
import { SubjectLinks } from '../SubjectLinks';
import { AskAside } from './AskAside';
import { AskValues } from './askRules';
import { DraftStatus } from './DraftStatus';
import { DraftState } from './useDraft';

export interface AskReviewProps {
  type: RequestType;
  values: AskValues;
  draft: DraftState;
  preview: LoadState<RequestPreview>;
  onEdit: () => void;
}

/** The last look before it is sent: what was written, who gets it, and what was answered before. */
export function AskReview(props: AskReviewProps) {
  const { type, values, draft, preview, onEdit } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { requests } = useApi(ospoApiRef);
  const links = useOspoLinks();
  const navigate = useNavigate();
  const action = useAction();
  const head = useRef<HTMLDivElement>(null);
  // The form is gone, and focus with it.
  useEffect(() => head.current?.focus(), []);

  const send = () =>
    action.run(async () => {
      const { id, version } = await draft.flush();
      await requests.commandRequest(id, {
        version,
        command: { kind: 'submit' },
      });
      navigate(links.request(id));
    });

  return (
    <>
      <div ref={head} tabIndex={-1}>
        <ScreenHead
          title={t('ask.reviewTitle')}
          intro={t('ask.reviewIntro')}
          actions={<DraftStatus draft={draft} />}
        />
      </div>
      <div className={styles.columns}>
        <Panel title={values.title}>
          <Facts
            facts={[
              {
                label: t('request.subject'),
                value: <SubjectLinks subject={values.subject} />,
              },
              {
                label: t('input.confidentiality'),
                value: t(`confidentiality.${values.confidentiality}`),
              },
            ]}
          />
          <RequestAnswers type={type} answers={values.answers} />
          {action.error && (
            <Alert
              role="alert"
              status="danger"
              icon
              title={t('ask.sendFailed')}
              description={`${errorText(action.error)} ${t('ask.sendKept')}`}
            />
          )}
          <div className={styles.row}>
            <Button
              variant="primary"
              isPending={action.isPending}
              onPress={send}
            >
              {t('ask.send')}
            </Button>
            <Button variant="secondary" onPress={onEdit}>
              {t('ask.edit')}
            </Button>
          </div>
        </Panel>
        <AskAside preview={preview} />
      </div>
    </>
  );
}
