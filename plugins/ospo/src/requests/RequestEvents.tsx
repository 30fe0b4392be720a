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
import {
  confidentialities,
  RequestDetail,
  RequestEvent,
  requestStates,
  workItemStates,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import styles from '../shared/Office.module.css';
import { RefLink } from '../shared/RefLinks';
import { TextLines } from '../shared/TextLines';
import { useFormat } from '../shared/useFormat';
import { eventKinds } from './eventKinds';

export interface RequestEventsProps {
  request: RequestDetail;
}

/** Everything that happened and was said, the newest first. */
export function RequestEvents(props: RequestEventsProps) {
  const { events } = props.request;
  return (
    <ol className={styles.list} reversed>
      {[...events].reverse().map(event => (
        <Event key={event.id} event={event} request={props.request} />
      ))}
    </ol>
  );
}

function Event(props: { event: RequestEvent; request: RequestDetail }) {
  const { event, request } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  const kind = eventKinds.find(word => word === event.kind);
  const item = request.items.find(({ id }) => id === event.workItemId);
  const confidentiality =
    event.kind === 'confidentiality-set'
      ? confidentialities.find(word => word === event.text)
      : undefined;
  return (
    <li className={styles.item}>
      <RefLink entityRef={event.actorRef} />{' '}
      {/* A newer backend may know events that these screens do not. */}
      {kind ? t(`event.${kind}`) : event.kind}
      {event.providerRef && (
        <>
          {' '}
          <RefLink entityRef={event.providerRef} />
        </>
      )}
      {item && `: ${item.competency.title}`}
      <span className={styles.muted}>
        <time dateTime={event.at}>{format.dateTime(event.at)}</time>
        <Change event={event} />
      </span>
      {confidentiality
        ? t(`confidentiality.${confidentiality}`)
        : event.text && <TextLines text={event.text} />}
    </li>
  );
}

function Change(props: { event: RequestEvent }) {
  const { from, to } = props.event;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  if (!from || !to) {
    return null;
  }
  const name = (state: string) => {
    const ofRequest = requestStates.find(word => word === state);
    const ofItem = workItemStates.find(word => word === state);
    if (ofRequest) {
      return t(`requestState.${ofRequest}`);
    }
    return ofItem ? t(`workItemState.${ofItem}`) : state;
  };
  return <>, {t('request.stateChange', { from: name(from), to: name(to) })}</>;
}
