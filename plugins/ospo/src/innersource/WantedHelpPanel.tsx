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
import { Link } from '@backstage/ui';
import { WantedHelp } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { EmptyFace } from '../shared/Faces';
import styles from '../shared/Office.module.css';
import { safeHref } from '../shared/safeHref';
import { Panel } from '../shared/Screen';
import { ToneBadge } from '../shared/StateBadge';
import { useFormat } from '../shared/useFormat';
import { SignalNotes } from './SignalNotes';
import { ProjectPanelProps } from './TakePartPanel';

/** Open issues that ask for help. */
export function WantedHelpPanel(props: ProjectPanelProps) {
  const { wantedHelpItems: items, signals } = props.project;
  const { value } = signals.welcoming.wantedHelp;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const format = useFormat();
  if (items.length === 0) {
    return (
      <Panel title={t('project.wanted')}>
        {value === null ? (
          <EmptyFace
            title={t('project.wantedUnknown')}
            hint={<SignalNotes signal={signals.welcoming.wantedHelp} />}
          />
        ) : (
          <EmptyFace
            title={t('project.noWanted')}
            hint={t('project.noWantedHint')}
          />
        )}
      </Panel>
    );
  }
  return (
    <Panel title={t('project.wanted')}>
      <ul className={styles.list}>
        {items.map(item => (
          <Issue key={item.url} issue={item} />
        ))}
      </ul>
      {value !== null && value > items.length && (
        <span className={styles.muted}>
          {t('project.moreWanted', {
            shown: format.number(items.length),
            value: format.number(value),
          })}
        </span>
      )}
    </Panel>
  );
}

function Issue(props: { issue: WantedHelp }) {
  const { title, url, labels, openedAt, effort, comments } = props.issue;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const format = useFormat();
  const href = safeHref(url);
  return (
    <li className={styles.item}>
      {href ? (
        <Link href={href} target="_blank" rel="noopener noreferrer">
          {title}
        </Link>
      ) : (
        title
      )}
      <span className={styles.row}>
        {labels.map(label => (
          <ToneBadge key={label} tone="quiet">
            {label}
          </ToneBadge>
        ))}
        <span className={styles.muted}>
          {[
            t('project.opened', { ago: format.ago(openedAt) }),
            effort && t('project.effort', { value: effort }),
            comments !== undefined &&
              comments > 0 &&
              t('project.comments', { count: comments }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
    </li>
  );
}
