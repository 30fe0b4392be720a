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
import { Radio, RadioGroup } from '@backstage/ui';
import {
  confidentialities,
  Confidentiality,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import styles from '../../shared/Office.module.css';

export interface ConfidentialityChoiceProps {
  value: Confidentiality;
  onChange: (value: Confidentiality) => void;
}

/** Who may see the request, each choice with what it means. */
export function ConfidentialityChoice(props: ConfidentialityChoiceProps) {
  const { value, onChange } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  return (
    <RadioGroup
      label={t('input.confidentiality')}
      value={value}
      onChange={word =>
        onChange(confidentialities.find(known => known === word) ?? value)
      }
    >
      {confidentialities.map(word => (
        <Radio key={word} value={word}>
          <span>
            {t(`confidentiality.${word}`)}
            <span className={styles.muted}>
              {t(`confidentiality.${word}Hint`)}
            </span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
