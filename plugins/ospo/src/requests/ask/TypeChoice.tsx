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
import { Link, SearchField } from '@backstage/ui';
import {
  LocalisedText,
  RequestType,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { EmptyFace } from '../../shared/Faces';
import styles from '../../shared/Office.module.css';
import { Panel, ScreenHead } from '../../shared/Screen';
import { useFormat } from '../../shared/useFormat';
import { useOspo } from '../../shared/useOspo';
import { AskAbout, useOspoLinks } from '../../shared/useOspoLinks';
import { QueryState } from '../../shared/useQueryState';
import { useTyped } from '../../shared/useTyped';
import { localText } from '../localText';
import { RequestName } from '../RequestList';
import { SubjectLinks } from '../SubjectLinks';
import { fitsSubject, matchTypes, readDuration, subjectOf } from './askRules';

export interface TypeChoiceProps {
  types: RequestType[];
  about: Omit<AskAbout, 'type' | 'draft'>;
  query: QueryState;
}

/** Kinds of request in plain words; what fits the page that a person came from stands first. */
export function TypeChoice(props: TypeChoiceProps) {
  const { types, about, query } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { language } = useFormat();
  const [text, setText] = useTyped(query.one('q') ?? '', q =>
    query.change({ q: q || undefined }, { replace: true }),
  );
  const competency = useOspo(
    ['competency', about.competency],
    async (api, signal) =>
      about.competency
        ? api.competencies.getCompetency({ ref: about.competency }, { signal })
        : undefined,
  );
  const called =
    competency.status === 'loaded' ? competency.value?.requestTypes : undefined;
  const matching = matchTypes(types, text, language);
  const fitting = matching.filter(
    type => called?.includes(type.id) || fitsSubject(type, about),
  );
  const others = matching.filter(type => !fitting.includes(type));
  const subject = subjectOf(about);
  const isAttached = about.entity || about.package || about.licence;
  if (types.length === 0) {
    return <EmptyFace title={t('ask.noTypes')} />;
  }
  return (
    <>
      <ScreenHead
        title={t('ask.title')}
        intro={
          <>
            {t('ask.intro')}
            {isAttached && (
              <>
                {' '}
                {t('ask.attached')}: <SubjectLinks subject={subject} />.
              </>
            )}
          </>
        }
      />
      <Drafts />
      <Panel>
        <div role="search">
          <SearchField
            size="medium"
            label={t('ask.search')}
            placeholder={t('ask.searchPlaceholder')}
            value={text}
            onChange={setText}
            maxLength={200}
          />
        </div>
        {matching.length === 0 && (
          <EmptyFace
            title={t('ask.noType', { q: text })}
            hint={t('ask.noTypeHint')}
          />
        )}
        <Types
          title={fitting.length > 0 ? t('ask.fits') : undefined}
          types={fitting}
          about={about}
        />
        <Types
          title={fitting.length > 0 ? t('ask.others') : undefined}
          types={matching.length === 0 ? types : others}
          about={about}
        />
      </Panel>
    </>
  );
}

function Types(props: {
  title: string | undefined;
  types: RequestType[];
  about: AskAbout;
}) {
  const { title, types, about } = props;
  const { language } = useFormat();
  const links = useOspoLinks();
  const local = (text: LocalisedText) => localText(text, language);
  if (types.length === 0) {
    return null;
  }
  return (
    <>
      {title && <strong>{title}</strong>}
      <ul className={styles.cards} aria-label={title}>
        {types.map(type => (
          <li key={type.id} className={styles.card}>
            <Link href={links.ask({ ...about, type: type.id })}>
              {local(type.title)}
            </Link>
            <span>{local(type.description)}</span>
            <TypicalTime type={type} />
          </li>
        ))}
      </ul>
    </>
  );
}

function TypicalTime(props: { type: RequestType }) {
  const { ack, done } = props.type.serviceLevel;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const word = (text: string) => {
    const duration = readDuration(text);
    return duration
      ? t(`ask.duration.${duration.unit}`, { count: duration.count })
      : text;
  };
  return (
    <span className={styles.muted}>
      {t('ask.typicalTime', { ack: word(ack), done: word(done) })}
    </span>
  );
}

/** What was begun and not sent; nothing at all when there is none, or when it cannot be told. */
function Drafts() {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const state = useOspo(['my drafts'], (api, signal) =>
    api.requests.listRequests(
      { view: 'mine', state: ['draft'], limit: 5 },
      { signal },
    ),
  );
  if (state.status !== 'loaded' || state.value.items.length === 0) {
    return null;
  }
  return (
    <Panel title={t('ask.drafts')}>
      <ul className={styles.list}>
        {state.value.items.map(request => (
          <li key={request.id}>
            <RequestName request={request} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
