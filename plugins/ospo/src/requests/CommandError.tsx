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
import { Alert, Button } from '@backstage/ui';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { ActionError } from '../shared/ActionError';
import { Commanding } from './useCommand';

export interface CommandErrorProps {
  commanding: Commanding;
  reload: () => void;
}

/** Why a command was not done. Another's change is no fault: it says so, and offers the newest version. */
export function CommandError(props: CommandErrorProps) {
  const { commanding, reload } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  return commanding.isStale ? (
    <Alert
      role="alert"
      status="warning"
      icon
      title={t('request.stale')}
      description={t('request.staleText')}
      customActions={
        <Button size="small" variant="secondary" onPress={reload}>
          {t('request.reload')}
        </Button>
      }
    />
  ) : (
    <ActionError error={commanding.error} />
  );
}
