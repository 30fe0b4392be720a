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

import { useEffect, useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { RequestType } from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoOfficeTranslationRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { AsyncContent } from '../../shared/AsyncContent';
import { EmptyFace } from '../../shared/Faces';
import { useOspo } from '../../shared/useOspo';
import { useOspoLinks } from '../../shared/useOspoLinks';
import { QueryState, useQueryState } from '../../shared/useQueryState';
import { AskForm, AskFormProps } from './AskForm';
import { subjectOf } from './askRules';
import { TypeChoice } from './TypeChoice';

/**
 * Asking: choose a kind of request, then write. The address says what it is about, so that any page can lead here:
 * `?type=&entity=&package=&licence=&competency=`, and `?draft=` for what was begun.
 */
export function AskView() {
  const query = useQueryState();
  const [ownDraft, setOwnDraft] = useState<string>();
  const draft = query.one('draft');
  const types = useOspo(['request types'], (api, signal) =>
    api.requests.listRequestTypes({ signal }),
  );
  if (draft && draft !== ownDraft) {
    return <Draft key={draft} id={draft} />;
  }
  return (
    <AsyncContent state={types} rows={6}>
      {({ items }) => (
        <Chosen
          types={items}
          query={query}
          onSavedFirst={id => {
            setOwnDraft(id);
            query.change({ draft: id }, { replace: true });
          }}
          onLeft={() => setOwnDraft(undefined)}
        />
      )}
    </AsyncContent>
  );
}

function Chosen(props: {
  types: RequestType[];
  query: QueryState;
  onSavedFirst: (id: string) => void;
  onLeft: () => void;
}) {
  const { types, query, onSavedFirst, onLeft } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const links = useOspoLinks();
  const type = types.find(item => item.id === query.one('type'));
  const about = {
    entity: query.one('entity'),
    package: query.one('package'),
    licence: query.one('licence'),
    competency: query.one('competency'),
  };
  return type ? (
    <>
      <Link href={links.ask(about)}>{t('ask.back')}</Link>
      <Fresh
        // An address about something else is another request.
        key={JSON.stringify([type.id, about])}
        type={type}
        start={{ subject: subjectOf(about) }}
        onSavedFirst={onSavedFirst}
        onLeft={onLeft}
      />
    </>
  ) : (
    <TypeChoice types={types} about={about} query={query} />
  );
}

/** A request from its first word; once it is left, the address of its draft opens what was saved. */
function Fresh(props: AskFormProps & { onLeft: () => void }) {
  const { onLeft, ...form } = props;
  const latestOnLeft = useRef(onLeft);
  latestOnLeft.current = onLeft;
  useEffect(() => () => latestOnLeft.current(), []);
  return <AskForm {...form} />;
}

function Draft(props: { id: string }) {
  const { id } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const state = useOspo(['request', id], (api, signal) =>
    api.requests.getRequest(id, { signal }),
  );
  return (
    <AsyncContent state={state} rows={8}>
      {request =>
        request.state === 'draft' ? (
          <AskForm
            type={request.type}
            start={request}
            draft={{ id, version: request.version }}
          />
        ) : (
          <EmptyFace title={t('face.notFound')} />
        )
      }
    </AsyncContent>
  );
}
