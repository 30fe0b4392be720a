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
import { RequestType } from '@ospo-suite/backstage-plugin-ospo-common';
import { JsonObject } from '@backstage/types';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { Facts } from '../shared/Facts';
import styles from '../shared/Office.module.css';
import { isEntityRef, RefOrText } from '../shared/RefOrText';
import { TextLines } from '../shared/TextLines';
import { useFormat } from '../shared/useFormat';
import { describeAnswers } from './describeAnswers';

export interface RequestAnswersProps {
  type: RequestType;
  answers: JsonObject;
}

/** What was asked and answered, by the words of the form. */
export function RequestAnswers(props: RequestAnswersProps) {
  const { type, answers } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { language } = useFormat();
  const described = describeAnswers(type.schema, answers, {
    language,
    yes: t('ask.yes'),
    no: t('ask.no'),
  });
  return described.length === 0 ? (
    <p className={styles.line}>{t('request.noAnswers')}</p>
  ) : (
    <Facts
      facts={described.map(({ label, text }) => ({
        label,
        value: isEntityRef(text) ? (
          <RefOrText text={text} />
        ) : (
          <TextLines text={text} />
        ),
      }))}
    />
  );
}
