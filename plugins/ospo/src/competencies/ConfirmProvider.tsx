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
import {
  identityApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { CompetencyProvider } from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoApiRef,
  ospoOfficeTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { ConfirmDialog } from '../shared/ConfirmDialog';
import { entityName } from '../shared/entityNames';
import styles from '../shared/Office.module.css';
import { useAction } from '../shared/useAction';
import { useLoad } from '../shared/useLoad';

export interface ConfirmProviderProps {
  competencyRef: string;
  provider: CompetencyProvider;
  onConfirmed: () => void;
}

/** Lets those who steer a competency confirm what a person says of themselves; nobody confirms their own. */
export function ConfirmProvider(props: ConfirmProviderProps) {
  const { competencyRef, provider, onConfirmed } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const ospo = useApi(ospoApiRef);
  const identity = useApi(identityApiRef);
  const action = useAction();
  const [isAsking, setIsAsking] = useState(false);
  const [isConfirmed, setIsConfirmed] = useState(false);
  const me = useLoad('me', () => identity.getBackstageIdentity());
  const name = provider.title ?? entityName(provider.ref);
  const { claimed } = provider;
  const isClaim = claimed !== undefined;
  const isOwn =
    me.status === 'loaded' && me.value.userEntityRef === provider.ref;
  const confirm = async () => {
    const isDone = await action.run(async () => {
      if (claimed) {
        await ospo.competencies.confirmProfileEntry({
          userRef: provider.ref,
          competencyRef,
          ...claimed,
        });
      }
    });
    if (isDone) {
      setIsAsking(false);
      setIsConfirmed(true);
      onConfirmed();
    }
  };
  return (
    <>
      <span role="status" className={styles.muted}>
        {isConfirmed && t('competency.confirmed')}
      </span>
      {isClaim && isOwn && (
        <span className={styles.muted}>{t('competency.confirmOwn')}</span>
      )}
      {isClaim && !isOwn && (
        <Button
          size="small"
          variant="secondary"
          aria-label={t('competency.confirmOf', { name })}
          onPress={() => setIsAsking(true)}
        >
          {t('competency.confirm')}
        </Button>
      )}
      <ConfirmDialog
        title={t('competency.confirmTitle', { name })}
        text={t(
          claimed?.confidential
            ? 'competency.confirmTextConfidential'
            : 'competency.confirmText',
          { authority: t(`authority.${claimed?.authority ?? 'answer'}`) },
        )}
        confirm={t('competency.confirm')}
        isOpen={isAsking}
        isPending={action.isPending}
        error={action.error}
        onConfirm={confirm}
        onClose={() => {
          action.clear();
          setIsAsking(false);
        }}
      />
    </>
  );
}
