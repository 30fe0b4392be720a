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
import { Button, TextAreaField } from '@backstage/ui';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import styles from '../shared/Office.module.css';
import { RefLink } from '../shared/RefLinks';
import { Panel } from '../shared/Screen';
import { TextLines } from '../shared/TextLines';
import { useFormat } from '../shared/useFormat';
import { CommandError } from './CommandError';
import { RequestPartProps } from './RequestPartProps';
import { useCommand } from './useCommand';

/** The question that waits for the requester, with the box to answer it in. */
export function QuestionPanel(props: RequestPartProps) {
  const { request, onChanged, reload } = props;
  const { question, may } = request;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  const commanding = useCommand(request, onChanged);
  const [text, setText] = useState('');
  if (!question) {
    return null;
  }
  const mayReply = may.includes('reply');
  return (
    <Panel title={t(mayReply ? 'request.question' : 'request.questionTo')}>
      <TextLines text={question.text} />
      <span className={styles.muted}>
        <RefLink entityRef={question.by} />,{' '}
        {t('request.questionBy', { date: format.dateTime(question.askedAt) })}
      </span>
      {mayReply && (
        <div className={styles.form}>
          <TextAreaField
            label={t('input.reply')}
            value={text}
            onChange={setText}
            rows={4}
            maxLength={20_000}
          />
          <CommandError commanding={commanding} reload={reload} />
          <div>
            <Button
              variant="primary"
              isPending={commanding.isPending}
              isDisabled={!text.trim()}
              onPress={() =>
                commanding.give({ kind: 'reply', text: text.trim() })
              }
            >
              {t('command.reply')}
            </Button>
          </div>
        </div>
      )}
    </Panel>
  );
}
