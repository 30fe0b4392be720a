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
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { errorText } from './errorText';

export interface ActionErrorProps {
  error: Error | undefined;
}

/** Says beside what was tried that it failed, and why. */
export function ActionError(props: ActionErrorProps) {
  const { error } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  return error ? (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('action.failed')}
      description={errorText(error)}
    />
  ) : null;
}
