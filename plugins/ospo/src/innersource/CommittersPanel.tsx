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
import { TrustedCommitter } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AskButton } from '../shared/AskButton';
import { EmptyFace } from '../shared/Faces';
import styles from '../shared/Office.module.css';
import { RefLink } from '../shared/RefLinks';
import { Panel } from '../shared/Screen';
import { useSourceWord } from './sourceWords';
import { ProjectPanelProps } from './TakePartPanel';

/** Whom to write to. A request is about the project; the office brings it to them. */
export function CommittersPanel(props: ProjectPanelProps) {
  const { project } = props;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const ask = (
    <AskButton about={{ entity: project.ref }} name={project.title} />
  );
  return (
    <Panel title={t('project.committers')}>
      {project.trustedCommitters.length === 0 ? (
        <EmptyFace
          title={t('project.noCommitters')}
          hint={t('project.noCommittersHint')}
        >
          {ask}
        </EmptyFace>
      ) : (
        <>
          <span className={styles.muted}>{t('project.committersHint')}</span>
          <ul className={styles.list}>
            {project.trustedCommitters.map(committer => (
              <Committer
                key={committer.ref ?? committer.handle}
                committer={committer}
              />
            ))}
          </ul>
          <div>{ask}</div>
        </>
      )}
    </Panel>
  );
}

function Committer(props: { committer: TrustedCommitter }) {
  const { ref, handle, title, state, role, distance, source } = props.committer;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const sourceWord = useSourceWord();
  return (
    <li className={styles.item}>
      {ref ? (
        <RefLink entityRef={ref} isMissing={state === 'missing'} />
      ) : (
        title ?? handle
      )}
      <span className={styles.muted}>
        {[
          role,
          distance === 0 && t('project.sameGroup'),
          distance && t('project.hops', { count: distance }),
          sourceWord(source),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}
