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

import { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  UsageComponent,
  UsagePage,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AsyncContent } from '../shared/AsyncContent';
import { ComponentCell } from '../shared/EntityCells';
import { EmptyFace } from '../shared/Faces';
import { StateBadge, ToneBadge } from '../shared/StateBadge';
import surface from '../shared/Surface.module.css';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { useOspoLinks } from '../shared/useOspoLinks';
import styles from './MyComponentsWidget.module.css';

const SHOWN = 6;
const READ = 200;

/** The reader and their groups, who may be too many to name each. */
const owner = ['me'];

/** What needs doing on the components that the reader's teams own. */
export function MyComponentsWidget() {
  const { t } = useTranslationRef(ospoTranslationRef);
  const state = useOspo(['my components'], (api, signal) =>
    api.listComponents({ owner, limit: READ }, { signal }),
  );
  return (
    <div className={`${surface.surface} ${styles.widget}`}>
      <AsyncContent state={state} rows={4}>
        {page =>
          page.items.length > 0 ? (
            <Full page={page} />
          ) : (
            <EmptyFace title={t('widget.none')} hint={t('widget.noneHint')} />
          )
        }
      </AsyncContent>
    </div>
  );
}

function needsSomething(component: UsageComponent): boolean {
  return (
    component.sbomState !== 'current' ||
    (component.counts?.licenceUnknown ?? 0) > 0
  );
}

function Full(props: { page: UsagePage<UsageComponent> }) {
  const { page } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  const links = useOspoLinks();
  const needy = page.items.filter(needsSomething);
  return (
    <>
      <p className={styles.line}>
        {needy.length === 0
          ? t('widget.fine', { count: page.items.length })
          : t('widget.need', {
              count: needy.length,
              total: format.number(page.items.length),
            })}{' '}
        {page.nextCursor &&
          t('widget.first', { value: format.number(page.items.length) })}
      </p>
      <ul className={styles.list}>
        {needy.slice(0, SHOWN).map(component => (
          <li key={component.entityRef} className={styles.item}>
            <span>
              <ComponentCell component={component} />
            </span>
            <Reasons component={component} />
          </li>
        ))}
      </ul>
      <Link href={links.components({ owner })}>{t('widget.all')}</Link>
    </>
  );
}

function Reasons(props: { component: UsageComponent }) {
  const { sbomState, counts } = props.component;
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  const reasons: ReactNode[] = [];
  if (sbomState !== 'current') {
    reasons.push(<StateBadge key="state" state={sbomState} />);
  }
  if (counts && counts.licenceUnknown > 0) {
    reasons.push(
      <ToneBadge key="licence" tone="warn">
        {`${t('field.licenceUnknown')}: ${format.number(
          counts.licenceUnknown,
        )}`}
      </ToneBadge>,
    );
  }
  return <span className={styles.reasons}>{reasons}</span>;
}
