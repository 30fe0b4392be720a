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

import { KeyboardEvent, ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, VisuallyHidden } from '@backstage/ui';
import { UsageSearchResult } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AsyncContent } from '../shared/AsyncContent';
import { Basis } from '../shared/Basis';
import { ComponentCell, OwnerCell } from '../shared/EntityCells';
import { EmptyFace } from '../shared/Faces';
import { LicenceLink } from '../shared/LicenceLink';
import { PackageCell } from '../shared/PackageCell';
import { Panel } from '../shared/Screen';
import { StateBadge } from '../shared/StateBadge';
import { useOspo } from '../shared/useOspo';
import { useOspoLinks } from '../shared/useOspoLinks';
import { moveFocus, resultsProps } from './resultFocus';
import styles from './SearchResults.module.css';

export interface SearchResultsProps {
  q: string;
}

/** The best few of each kind, with the way to all of them. */
export function SearchResults(props: SearchResultsProps) {
  const { q } = props;
  // An answer stays until the next is there, with the words that it answers.
  const state = useOspo(['search', q], async (api, signal) => ({
    q,
    result: await api.search({ q }, { signal }),
  }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' && moveFocus(1)) {
      event.preventDefault();
    }
    if (event.key === 'ArrowUp' && moveFocus(-1)) {
      event.preventDefault();
    }
  };
  return (
    // The links inside are the controls; arrow keys are a shortcut between them.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div {...resultsProps} className={styles.results} onKeyDown={onKeyDown}>
      <AsyncContent state={state} rows={6}>
        {(answer, isRefreshing) => (
          <div aria-busy={isRefreshing} className={styles.results}>
            <Results {...answer} />
          </div>
        )}
      </AsyncContent>
    </div>
  );
}

function Results(props: { q: string; result: UsageSearchResult }) {
  const { q, result } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const links = useOspoLinks();
  const { packages, licences, components } = result;
  const count = packages.length + licences.length + components.length;
  const usedBy = (item: { components: number }) =>
    t('overview.usedBy', { count: item.components });
  return (
    <>
      <VisuallyHidden>
        <span role="status">{t('overview.results', { count })}</span>
      </VisuallyHidden>
      {count === 0 && (
        <EmptyFace
          title={t('overview.noResults', { q })}
          hint={t('overview.noResultsHint')}
        />
      )}
      <Group
        title={t('nav.packages')}
        all={
          <Link href={links.packages({ q })}>{t('overview.allPackages')}</Link>
        }
      >
        {packages.map(item => (
          <Result key={item.key} note={`${item.ecosystem}, ${usedBy(item)}`}>
            <PackageCell item={item} />
          </Result>
        ))}
      </Group>
      <Group
        title={t('nav.licences')}
        all={
          <Link href={links.licences({ q })}>{t('overview.allLicences')}</Link>
        }
      >
        {licences.map(item => (
          <Result key={item.key} note={usedBy(item)}>
            <LicenceLink licence={item} />
          </Result>
        ))}
      </Group>
      <Group
        title={t('nav.components')}
        all={
          <Link href={links.components({ q })}>
            {t('overview.allComponents')}
          </Link>
        }
      >
        {components.map(item => (
          <Result
            key={item.entityRef}
            note={
              <>
                <OwnerCell component={item} />{' '}
                <StateBadge state={item.sbomState} />
              </>
            }
          >
            <ComponentCell component={item} />
          </Result>
        ))}
      </Group>
      <Basis basis={result.basis} />
    </>
  );
}

function Group(props: {
  title: string;
  all: ReactNode;
  children: ReactNode[];
}) {
  const { title, all, children } = props;
  return children.length > 0 ? (
    <Panel title={title} actions={all}>
      <ul className={styles.list}>{children}</ul>
    </Panel>
  ) : null;
}

function Result(props: { note: ReactNode; children: ReactNode }) {
  return (
    <li className={styles.result}>
      <span>{props.children}</span>
      <span className={styles.note}>{props.note}</span>
    </li>
  );
}
