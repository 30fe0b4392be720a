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
import { Link } from '@backstage/core-components';
import {
  SearchDocument,
  ResultHighlight,
} from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import { safeHref } from '../shared/safeHref';
import styles from './PackagesSearchResult.module.css';

export interface PackagesSearchResultProps {
  result?: SearchDocument;
  highlight?: ResultHighlight;
  icon?: ReactNode;
}

/** Names of packages are a stranger's text; a result only ever leads into the portal or to a web address. */
function target(location: string): string | undefined {
  return location.startsWith('/') && !location.startsWith('//')
    ? location
    : safeHref(location);
}

/** A component whose packages matched, in the portal's own search. */
export function PackagesSearchResult(props: PackagesSearchResultProps) {
  const { result, highlight, icon } = props;
  if (!result) {
    return null;
  }
  const marked = (field: 'title' | 'text') =>
    highlight?.fields[field] ? (
      <HighlightedSearchResultText
        text={highlight.fields[field]}
        preTag={highlight.preTag}
        postTag={highlight.postTag}
      />
    ) : (
      result[field]
    );
  const to = target(result.location);
  return (
    <div className={styles.result}>
      {icon && <span className={styles.icon}>{icon}</span>}
      <div className={styles.body}>
        {to ? <Link to={to}>{marked('title')}</Link> : marked('title')}
        <p className={styles.text}>{marked('text')}</p>
      </div>
    </div>
  );
}
