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
import {
  Precedent,
  RequestPreview,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { WaitingFace } from '../../shared/Faces';
import styles from '../../shared/Office.module.css';
import { Panel } from '../../shared/Screen';
import { ToneBadge } from '../../shared/StateBadge';
import { useFormat } from '../../shared/useFormat';
import { LoadState } from '../../shared/useLoad';
import { useOspoLinks } from '../../shared/useOspoLinks';
import { OutcomeBadge, ValidityBadge } from '../badges';
import { localText } from '../localText';

export interface AskAsideProps {
  preview: LoadState<RequestPreview>;
}

/** Beside the form, as it is written: who is brought in and why, and what was answered before. */
export function AskAside(props: AskAsideProps) {
  const { preview } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const content = (show: (value: RequestPreview) => JSX.Element) => {
    switch (preview.status) {
      case 'waiting':
        return <WaitingFace rows={3} />;
      case 'failed':
        return <p className={styles.line}>{t('preview.failed')}</p>;
      default:
        return show(preview.value);
    }
  };
  return (
    <div className={styles.side}>
      <Panel title={t('preview.competencies')}>
        {content(value => (
          <BroughtIn preview={value} />
        ))}
      </Panel>
      <Panel title={t('preview.precedents')}>
        {content(({ precedents }) =>
          precedents.length === 0 ? (
            <p className={styles.line}>{t('preview.noPrecedents')}</p>
          ) : (
            <>
              <p className={styles.line}>{t('preview.precedentHint')}</p>
              <ul className={styles.list}>
                {precedents.map(precedent => (
                  <Before key={precedent.id} precedent={precedent} />
                ))}
              </ul>
            </>
          ),
        )}
      </Panel>
    </div>
  );
}

export interface BroughtInProps {
  preview: RequestPreview;
}

/** Competencies that the answers call for, each with the rule that calls it. */
export function BroughtIn(props: BroughtInProps) {
  const { competencies } = props.preview;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { language } = useFormat();
  const links = useOspoLinks();
  return (
    <>
      <span role="status" className={styles.muted}>
        {competencies.length === 0
          ? t('preview.none')
          : t('preview.changes', { count: competencies.length })}
      </span>
      <ul className={styles.list}>
        {competencies.map(({ competency, ...called }) => (
          <li key={competency.ref} className={styles.item}>
            {called.declared ? (
              <Link href={links.competency(competency.ref)}>
                {competency.title}
              </Link>
            ) : (
              competency.title
            )}{' '}
            {called.blocking && (
              <ToneBadge tone="note">{t('preview.blocking')}</ToneBadge>
            )}
            <span className={styles.muted}>
              {localText(called.reason, language)}
            </span>
            {!called.declared && (
              <span className={styles.muted}>{t('preview.notDeclared')}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Before(props: { precedent: Precedent }) {
  const { precedent } = props;
  const links = useOspoLinks();
  return (
    <li className={styles.item}>
      <Link href={links.precedent(precedent.id)} target="_blank">
        {precedent.title}
      </Link>{' '}
      <OutcomeBadge outcome={precedent.outcome} />
      <p className={styles.line}>{precedent.summary}</p>
      <ValidityBadge precedent={precedent} />
    </li>
  );
}
