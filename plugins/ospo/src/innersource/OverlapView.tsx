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
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link, SearchField } from '@backstage/ui';
import { OverlapMatch } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AskButton } from '../shared/AskButton';
import { AsyncContent } from '../shared/AsyncContent';
import { EntityField } from '../shared/EntityField';
import { EmptyFace } from '../shared/Faces';
import styles from '../shared/Office.module.css';
import { Panel } from '../shared/Screen';
import { BadgeTone, ToneBadge } from '../shared/StateBadge';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { useOspoLinks } from '../shared/useOspoLinks';
import { useQueryState } from '../shared/useQueryState';
import { useTyped } from '../shared/useTyped';
import { MarkBadges, ProjectOwner } from './projectBadges';

/** Before something is built: what may be it already. The address holds the question: `?q=&entity=`. */
export function OverlapView() {
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const query = useQueryState();
  const q = query.one('q');
  const entityRef = query.one('entity');
  const [text, setText] = useTyped(q ?? '', value =>
    query.change({ q: value || undefined }, { replace: true }),
  );
  return (
    <Panel title={t('overlap.title')}>
      <p className={styles.line}>{t('overlap.intro')}</p>
      <div role="search" className={styles.form}>
        <SearchField
          size="medium"
          label={t('overlap.q')}
          placeholder={t('overlap.placeholder')}
          value={text}
          onChange={setText}
          maxLength={500}
        />
        <EntityField
          label={t('overlap.entity')}
          secondaryLabel={t('overlap.optional')}
          description={t('overlap.entityHint')}
          kinds={['component', 'resource', 'api']}
          value={entityRef}
          onChange={entity => query.change({ entity }, { replace: true })}
        />
      </div>
      {q || entityRef ? (
        <Matches q={q} entityRef={entityRef} />
      ) : (
        <span className={styles.muted}>{t('overlap.start')}</span>
      )}
    </Panel>
  );
}

function Matches(props: {
  q: string | undefined;
  entityRef: string | undefined;
}) {
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const question = { q: props.q, entityRef: props.entityRef };
  const state = useOspo(['overlap', question], (api, signal) =>
    api.innersource.findOverlap(question, { signal }),
  );
  return (
    <AsyncContent state={state} rows={4}>
      {({ items }, isRefreshing) =>
        items.length === 0 ? (
          <EmptyFace title={t('overlap.none')} hint={t('overlap.noneHint')} />
        ) : (
          <div className={styles.widget} aria-busy={isRefreshing}>
            <span role="status" className={styles.muted}>
              {t('overlap.count', { count: items.length })}
            </span>
            <ul className={styles.list}>
              {items.map(match => (
                <Match key={`${match.kind} ${match.ref}`} match={match} />
              ))}
            </ul>
          </div>
        )
      }
    </AsyncContent>
  );
}

const tones: Record<OverlapMatch['kind'], BadgeTone> = {
  project: 'good',
  entity: 'note',
  package: 'quiet',
};

function Reason(props: { reason: OverlapMatch['reasons'][number] }) {
  const { code, detail, components = 0, packages } = props.reason;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const format = useFormat();
  switch (code) {
    case 'used-package':
      return <>{t('overlap.reason.used-package', { count: components })}</>;
    case 'packages':
      return (
        <>
          {t('overlap.reason.packages', {
            detail,
            shared: format.number(packages?.shared),
            compared: format.number(packages?.compared),
          })}
        </>
      );
    default:
      return <>{t('overlap.reason.words', { detail })}</>;
  }
}

function Match(props: { match: OverlapMatch }) {
  const { kind, ref, title, description, reasons } = props.match;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const links = useOspoLinks();
  const entityLink = useEntityRefLink();
  const addresses: Record<OverlapMatch['kind'], () => string> = {
    project: () => links.project(ref),
    entity: () => entityLink(ref),
    package: () => links.package(ref),
  };
  return (
    <li className={`${styles.item} ${styles.apart}`}>
      <div>
        <Link href={addresses[kind]()}>{title}</Link>{' '}
        <ToneBadge tone={tones[kind]}>{t(`overlap.kind.${kind}`)}</ToneBadge>
        {description && <p className={styles.line}>{description}</p>}
        {reasons.map(reason => (
          <span
            key={`${reason.code} ${reason.detail}`}
            className={styles.muted}
          >
            <Reason reason={reason} />
          </span>
        ))}
        <Owner match={props.match} />
      </div>
      <AskButton
        variant="tertiary"
        about={kind === 'package' ? { package: ref } : { entity: ref }}
        name={title}
      />
    </li>
  );
}

/** Whom to ask, or that there is nobody; nothing where the owner is not the reader's to know. */
function Owner(props: { match: OverlapMatch }) {
  const { ownerRef, ownerState } = props.match;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  if (!ownerState || (ownerState !== 'none' && !ownerRef)) {
    return null;
  }
  return (
    <span className={styles.muted}>
      {t('innerSource.owner')}:{' '}
      <ProjectOwner project={{ ownerRef, ownerState }} isSmall />{' '}
      {ownerState === 'missing' && <MarkBadges marks={['owner-missing']} />}
    </span>
  );
}
