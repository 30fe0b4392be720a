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
import { matchingLines } from './matchingLines';
import styles from './PackagesSearchResult.module.css';

export interface PackagesSearchResultProps {
  result?: SearchDocument;
  highlight?: ResultHighlight;
  icon?: ReactNode;
  /** True where the text is short, and tells more than the words that matched. */
  showsAll?: boolean;
}

/** Names of packages are a stranger's text; a result only ever leads into the portal or to a web address. */
function target(location: string): string | undefined {
  return location.startsWith('/') && !location.startsWith('//')
    ? location
    : safeHref(location);
}

/** A component whose packages matched, in the portal's own search. */
export function PackagesSearchResult(props: PackagesSearchResultProps) {
  const { result, highlight, icon, showsAll } = props;
  if (!result) {
    return null;
  }
  const title = highlight?.fields.title ? (
    <HighlightedSearchResultText
      text={highlight.fields.title}
      preTag={highlight.preTag}
      postTag={highlight.postTag}
    />
  ) : (
    result.title
  );
  const to = target(result.location);
  const text = matchingLines(result.text, highlight, { showsAll });
  return (
    <div className={styles.result}>
      {icon && <span className={styles.icon}>{icon}</span>}
      <div className={styles.body}>
        {to ? <Link to={to}>{title}</Link> : title}
        <p className={styles.text}>
          {highlight && text.isMarked ? (
            <HighlightedSearchResultText
              text={text.shown}
              preTag={highlight.preTag}
              postTag={highlight.postTag}
            />
          ) : (
            text.shown
          )}
        </p>
      </div>
    </div>
  );
}
