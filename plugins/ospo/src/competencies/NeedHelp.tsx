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
import { ButtonLink, Link, SearchField } from '@backstage/ui';
import { CompetencyMatch } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AskButton } from '../shared/AskButton';
import { AsyncContent } from '../shared/AsyncContent';
import { CoverageBadge } from '../shared/CoverageBadge';
import { EmptyFace } from '../shared/Faces';
import styles from '../shared/Office.module.css';
import { Panel } from '../shared/Screen';
import { useOspo } from '../shared/useOspo';
import { useOspoLinks } from '../shared/useOspoLinks';
import { QueryState } from '../shared/useQueryState';
import { useTyped } from '../shared/useTyped';

export interface NeedHelpProps {
  query: QueryState;
}

/** Free words in, the competencies that fit out, each with what it was recognised by and the way to ask. */
export function NeedHelp(props: NeedHelpProps) {
  const { query } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const help = query.one('help') ?? '';
  const [text, setText] = useTyped(help, value =>
    query.change({ help: value || undefined }, { replace: true }),
  );
  return (
    <Panel title={t('help.title')}>
      <p className={styles.line}>{t('help.hint')}</p>
      <div role="search">
        <SearchField
          size="medium"
          aria-label={t('help.title')}
          placeholder={t('help.placeholder')}
          value={text}
          onChange={setText}
          maxLength={200}
        />
      </div>
      {help && <Matches q={help} />}
    </Panel>
  );
}

function Matches(props: { q: string }) {
  const { q } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const links = useOspoLinks();
  // An answer stays until the next is there, with the words that it answers.
  const state = useOspo(['match', q], async (api, signal) => ({
    asked: q,
    ...(await api.competencies.matchCompetencies({ q }, { signal })),
  }));
  return (
    <AsyncContent state={state} rows={3}>
      {({ asked, items }, isRefreshing) =>
        items.length === 0 ? (
          <EmptyFace
            title={t('help.none', { q: asked })}
            hint={t('help.noneHint')}
          >
            <ButtonLink variant="primary" href={links.ask()}>
              {t('help.askAnyway')}
            </ButtonLink>
          </EmptyFace>
        ) : (
          <div aria-busy={isRefreshing}>
            <span role="status" className={styles.muted}>
              {t('help.count', { count: items.length })}
            </span>
            <ul className={styles.list}>
              {items.map(match => (
                <Match key={match.competency.ref} match={match} />
              ))}
            </ul>
          </div>
        )
      }
    </AsyncContent>
  );
}

function Match(props: { match: CompetencyMatch }) {
  const { competency, matched } = props.match;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const links = useOspoLinks();
  return (
    <li className={`${styles.item} ${styles.apart}`}>
      <div>
        <Link href={links.competency(competency.ref)}>{competency.title}</Link>{' '}
        {competency.coverage === 'nobody' && <CoverageBadge state="nobody" />}
        {competency.description && (
          <p className={styles.line}>{competency.description}</p>
        )}
        <span className={styles.muted}>
          {t('help.because')}:{' '}
          {matched
            .map(
              ({ field, words }) =>
                `${words.map(word => `"${word}"`).join(', ')} (${t(
                  `help.field.${field}`,
                )})`,
            )
            .join('; ')}
        </span>
        {competency.coverage === 'nobody' && (
          <span className={styles.muted}>{t('help.nobody')}</span>
        )}
      </div>
      <AskButton
        about={{ competency: competency.ref }}
        name={competency.title}
      />
    </li>
  );
}
