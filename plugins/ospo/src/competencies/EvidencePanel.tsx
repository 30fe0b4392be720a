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
import { Button, Link } from '@backstage/ui';
import { Evidence } from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoApiRef,
  ospoOfficeTranslationRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { ActionError } from '../shared/ActionError';
import { AsyncContent } from '../shared/AsyncContent';
import { entityName } from '../shared/entityNames';
import styles from '../shared/Office.module.css';
import { safeHref } from '../shared/safeHref';
import { Panel } from '../shared/Screen';
import { useAction } from '../shared/useAction';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { EvidenceForm } from './EvidenceForm';

export interface EvidencePanelProps {
  subjectRef: string;
}

/** How it is known that a person can what they say. */
export function EvidencePanel(props: EvidencePanelProps) {
  const { subjectRef } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const ospo = useApi(ospoApiRef);
  const action = useAction();
  const [isAdding, setIsAdding] = useState(false);
  const state = useOspo(['evidence', subjectRef], (api, signal) =>
    api.competencies.listEvidence({ subjectRef }, { signal }),
  );
  const reload = state.status === 'loaded' ? state.reload : () => {};
  const remove = async (id: string) => {
    if (await action.run(() => ospo.competencies.removeEvidence(id))) {
      reload();
    }
  };
  return (
    <Panel
      title={t('profile.evidence')}
      actions={
        !isAdding && (
          <Button variant="secondary" onPress={() => setIsAdding(true)}>
            {t('profile.addEvidence')}
          </Button>
        )
      }
    >
      <p className={styles.line}>{t('profile.evidenceIntro')}</p>
      {isAdding && (
        <EvidenceForm
          subjectRef={subjectRef}
          onClose={() => setIsAdding(false)}
          onAdded={() => {
            setIsAdding(false);
            reload();
          }}
        />
      )}
      <AsyncContent state={state} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.line}>{t('profile.noEvidence')}</p>
          ) : (
            <ul className={styles.list}>
              {items.map(item => (
                <Item key={item.id} item={item} onRemove={remove} />
              ))}
            </ul>
          )
        }
      </AsyncContent>
      <ActionError error={action.error} />
    </Panel>
  );
}

function Item(props: { item: Evidence; onRemove: (id: string) => void }) {
  const { item, onRemove } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { t: shared } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  const href = item.link && safeHref(item.link);
  return (
    <li className={`${styles.item} ${styles.apart}`}>
      <span>
        {href ? (
          <Link href={href} target="_blank" rel="noopener noreferrer">
            {item.title}
          </Link>
        ) : (
          item.title
        )}
        <span className={styles.muted}>
          {t(`profile.kind.${item.kind}`)}, {entityName(item.competencyRef)},{' '}
          {format.date(item.date)}
          {item.expires &&
            `, ${t('pack.expires', { date: format.date(item.expires) })}`}
        </span>
      </span>
      <Button
        size="small"
        variant="tertiary"
        aria-label={shared('action.removeOf', { name: item.title })}
        onPress={() => onRemove(item.id)}
      >
        {shared('action.remove')}
      </Button>
    </li>
  );
}
