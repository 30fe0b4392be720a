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

import { RepositoryIssue } from '../repositorySignals';
import { boundedText, isoTime } from './boundedText';

const MAX_TITLE = 500;
const MAX_URL = 2000;
const MAX_LABELS = 50;

/** An issue of a forge within bounds; none when its time, title or address makes no sense. @public */
export function toRepositoryIssue(issue: {
  title: string;
  url: string;
  labels: readonly string[];
  openedAt: string;
  comments?: number | null;
}): RepositoryIssue[] {
  const openedAt = isoTime(issue.openedAt);
  const title = boundedText(issue.title, MAX_TITLE);
  const { url } = issue;
  return openedAt && title && /^https?:\/\//.test(url) && url.length <= MAX_URL
    ? [
        {
          title,
          url,
          labels: issue.labels.slice(0, MAX_LABELS),
          openedAt,
          ...(typeof issue.comments === 'number'
            ? { comments: issue.comments }
            : {}),
        },
      ]
    : [];
}
