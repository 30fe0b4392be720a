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
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  CompetencyDetail,
  RotaTurn,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoApiRef,
  ospoOfficeTranslationRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { ActionError } from '../shared/ActionError';
import { AsyncContent } from '../shared/AsyncContent';
import { entityName } from '../shared/entityNames';
import styles from '../shared/Office.module.css';
import { RefLink } from '../shared/RefLinks';
import { Panel } from '../shared/Screen';
import { ToneBadge } from '../shared/StateBadge';
import { useAction } from '../shared/useAction';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { DutyForm } from './DutyForm';

export interface DutyPanelProps {
  competency: CompetencyDetail;
  /** Called when others may be on duty than before. */
  onChanged: () => void;
}

/** Whose turn it is to be asked first, and when; entered by those who steer the competency. */
export function DutyPanel(props: DutyPanelProps) {
  const { competency, onChanged } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const ospo = useApi(ospoApiRef);
  const removing = useAction();
  const [isAdding, setIsAdding] = useState(false);
  const [isAdded, setIsAdded] = useState(false);
  const state = useOspo(['rota', competency.ref], (api, signal) =>
    api.competencies.listRota({ competencyRef: competency.ref }, { signal }),
  );
  const providers = competency.providers.filter(
    (provider, index, all) =>
      provider.state === 'present' &&
      all.findIndex(({ ref }) => ref === provider.ref) === index,
  );
  const reload = () => {
    if (state.status === 'loaded') {
      state.reload();
    }
    onChanged();
  };
  const remove = async (id: string) => {
    if (await removing.run(() => ospo.competencies.removeRotaTurn(id))) {
      reload();
    }
  };
  return (
    <Panel
      title={t('duty.title')}
      actions={
        <>
          <span role="status">{isAdded && t('duty.saved')}</span>
          {providers.length > 0 && !isAdding && (
            <Button
              variant="secondary"
              onPress={() => {
                setIsAdded(false);
                setIsAdding(true);
              }}
            >
              {t('duty.add')}
            </Button>
          )}
        </>
      }
    >
      <p className={styles.line}>
        {t('duty.intro')} {providers.length === 0 && t('duty.noProviders')}
      </p>
      {isAdding && (
        <DutyForm
          competencyRef={competency.ref}
          providers={providers}
          onClose={() => setIsAdding(false)}
          onAdded={() => {
            setIsAdding(false);
            setIsAdded(true);
            reload();
          }}
        />
      )}
      <AsyncContent state={state} rows={2}>
        {({ items }) => <Turns turns={items} onRemove={remove} />}
      </AsyncContent>
      <ActionError error={removing.error} />
    </Panel>
  );
}

interface TurnsProps {
  turns: RotaTurn[];
  onRemove: (id: string) => void;
}

function Turns(props: TurnsProps) {
  const { turns, onRemove } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  // The day by which the office goes, too.
  const today = new Date().toISOString().slice(0, 10);
  const shown = turns
    .filter(({ to }) => to >= today)
    .sort((a, b) => a.from.localeCompare(b.from));
  if (shown.length === 0) {
    return <p className={styles.line}>{t('duty.none')}</p>;
  }
  return (
    <ul className={styles.list}>
      {shown.map(turn => (
        <Turn
          key={turn.id}
          turn={turn}
          isToday={turn.from <= today}
          onRemove={onRemove}
        />
      ))}
    </ul>
  );
}

function Turn(props: {
  turn: RotaTurn;
  isToday: boolean;
  onRemove: (id: string) => void;
}) {
  const { turn, isToday, onRemove } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { t: shared } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  const period = t('profile.period', {
    from: format.date(turn.from),
    to: format.date(turn.to),
  });
  return (
    <li className={`${styles.item} ${styles.apart}`}>
      <div>
        <RefLink entityRef={turn.providerRef} />{' '}
        {isToday && <ToneBadge tone="good">{t('duty.today')}</ToneBadge>}
        <span className={styles.muted}>{period}</span>
      </div>
      <Button
        size="small"
        variant="tertiary"
        aria-label={shared('action.removeOf', {
          name: `${entityName(turn.providerRef)}, ${period}`,
        })}
        onPress={() => onRemove(turn.id)}
      >
        {shared('action.remove')}
      </Button>
    </li>
  );
}
