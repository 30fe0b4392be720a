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

import { lazy, Suspense, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Link } from '@backstage/ui';
import { WorkItem } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { WaitingFace } from '../shared/Faces';
import styles from '../shared/Office.module.css';
import { RefLink } from '../shared/RefLinks';
import { ToneBadge } from '../shared/StateBadge';
import { TextLines } from '../shared/TextLines';
import { useFormat } from '../shared/useFormat';
import { useOspoLinks } from '../shared/useOspoLinks';
import { OutcomeBadge, WorkItemBadge } from './badges';
import { CommandBar } from './CommandBar';
import { localText } from './localText';
import { RequestPartProps } from './RequestPartProps';

const RoutingDialog = lazy(() =>
  import('./RoutingDialog').then(m => ({ default: m.RoutingDialog })),
);

/** The competencies that work on a request, beside each other. */
export function WorkItems(props: RequestPartProps) {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { items } = props.request;
  return items.length === 0 ? (
    <p className={styles.line}>{t('item.none')}</p>
  ) : (
    <ul className={styles.list}>
      {items.map(item => (
        <li key={item.id} className={styles.item}>
          <Item {...props} item={item} />
        </li>
      ))}
    </ul>
  );
}

interface ItemProps extends RequestPartProps {
  item: WorkItem;
}

/** States in which it can still change who has it. */
const open = ['required', 'proposed', 'assigned', 'declined', 'expired'];

function Item(props: ItemProps) {
  const { item, request } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  const links = useOspoLinks();
  const [isExplained, setIsExplained] = useState(false);
  return (
    <div className={styles.field}>
      <div>
        <Link href={links.competency(item.competency.ref)}>
          {item.competency.title}
        </Link>{' '}
        <WorkItemBadge state={item.state} />{' '}
        <ToneBadge tone="quiet">{t(`authority.${item.authority}`)}</ToneBadge>
      </div>
      <Holder item={item} />
      <span className={styles.muted}>
        {t('item.reason')}: {localText(item.reason, format.language)}{' '}
        {t(item.blocking ? 'item.blocking' : 'item.notBlocking')}{' '}
        {item.state === 'assigned' &&
          item.ackDue &&
          `${t('item.due', { date: format.date(item.ackDue) })}.`}
        {item.state === 'accepted' &&
          item.doneDue &&
          `${t('item.doneDue', { date: format.date(item.doneDue) })}.`}
      </span>
      <Outcome item={item} />
      {item.tries.length > 0 && <Tries item={item} />}
      <div className={styles.row}>
        {(item.may.includes('assign') || item.may.includes('reroute')) &&
          open.includes(item.state) && (
            <Button
              variant="secondary"
              aria-label={`${t('item.why')}: ${item.competency.title}`}
              onPress={() => setIsExplained(true)}
            >
              {t('item.why')}
            </Button>
          )}
        <CommandBar
          request={request}
          item={item}
          onChanged={props.onChanged}
          reload={props.reload}
        />
      </div>
      {isExplained && (
        <Suspense fallback={<WaitingFace rows={1} />}>
          <RoutingDialog {...props} onClose={() => setIsExplained(false)} />
        </Suspense>
      )}
    </div>
  );
}

function Holder(props: { item: WorkItem }) {
  const { state, providerRef, assigneeRef } = props.item;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  if (!providerRef) {
    return state === 'required' ? <span>{t('item.nobody')}</span> : null;
  }
  const word = state === 'proposed' ? 'item.proposed' : 'item.asked';
  return (
    <span>
      {t(word)}: <RefLink entityRef={providerRef} />
      {assigneeRef && (
        <>
          . {t('item.taken')} <RefLink entityRef={assigneeRef} />
        </>
      )}
    </span>
  );
}

function Outcome(props: { item: WorkItem }) {
  const { finding, recommendation, conditions } = props.item;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  return (
    <>
      {finding && (
        <div>
          <strong>{t('item.finding')}</strong>
          <TextLines text={finding} />
        </div>
      )}
      {recommendation && (
        <span>
          {t('item.recommendation')}: <OutcomeBadge outcome={recommendation} />
        </span>
      )}
      {conditions.length > 0 && (
        <ul aria-label={t('item.conditions')}>
          {conditions.map(condition => (
            <li key={condition}>{condition}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Tries(props: { item: WorkItem }) {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  return (
    <ul className={styles.list} aria-label={t('item.tries')}>
      {props.item.tries.map(({ providerRef, ended, at, reason }) => (
        <li key={`${at} ${providerRef}`} className={styles.muted}>
          {t(`item.ended.${ended}`, {
            name: <RefLink entityRef={providerRef} />,
            date: format.date(at),
          })}
          {reason && `: ${reason}`}
        </li>
      ))}
    </ul>
  );
}
