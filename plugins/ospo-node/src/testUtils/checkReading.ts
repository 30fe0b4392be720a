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

import { ok } from 'node:assert';
import { RepositoryReading, RepositorySignals } from '../repositorySignals';

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** Fails where a reading is not what `RepositoryReading` promises. */
export function checkReading(
  reading: RepositoryReading,
  subject: { source: RepositorySignals; secrets: readonly string[] },
): void {
  const { parts } = reading;
  checkValidators(reading.validators);
  const text = JSON.stringify(reading);
  for (const secret of subject.secrets) {
    ok(!text.includes(secret), 'a secret in a reading');
  }
  for (const [name, part] of Object.entries(parts)) {
    ok(
      subject.source.parts.some(known => known === name),
      name,
    );
    if (part.state === 'later') {
      ok(part.retryAfterMs >= 0, `${part.retryAfterMs} ms`);
    }
    if (part.state === 'unavailable') {
      ok(part.note.length > 0, 'nothing is said about why');
    }
  }
  checkFacts(parts);
  checkCommits(parts);
  checkLists(parts);
}

function checkValidators(validators: Record<string, string>): void {
  const entries = Object.entries(validators);
  ok(entries.length <= 50, `${entries.length} validators`);
  for (const [name, value] of entries) {
    ok(name.length > 0 && name.length <= 200, name);
    ok(value.length > 0 && value.length <= 200, value);
  }
}

function checkFacts({ facts }: RepositoryReading['parts']): void {
  if (facts?.state === 'read') {
    const { createdAt, updatedAt, pushedAt, topics } = facts.value;
    [createdAt, updatedAt, pushedAt].forEach(checkTime);
    ok((topics ?? []).every(topic => typeof topic === 'string'));
  }
}

function checkCommits({ commits }: RepositoryReading['parts']): void {
  if (commits?.state !== 'read') {
    return;
  }
  const { humanWeeks, allWeeks, authors, lastHumanCommitAt } = commits.value;
  ok(humanWeeks || allWeeks, 'no weeks');
  for (const weeks of [humanWeeks ?? [], allWeeks ?? []]) {
    ok(weeks.length <= 52, `${weeks.length} weeks`);
    ok(weeks.every(count => Number.isInteger(count) && count >= 0));
  }
  if ((humanWeeks ?? allWeeks ?? []).length < 52) {
    ok(commits.note, 'weeks are missing, and nothing is said about it');
  }
  ok((authors ?? []).every(({ commits: count }) => count > 0));
  checkTime(lastHumanCommitAt);
}

function checkLists(parts: RepositoryReading['parts']): void {
  const { files, help, releases, responses } = parts;
  if (files?.state === 'read') {
    for (const path of files.value.paths) {
      ok(path !== '' && !path.startsWith('/'), path);
    }
  }
  if (help?.state === 'read') {
    const { items, total } = help.value;
    ok(items.length <= 50 && items.length <= total);
    for (const { url, openedAt } of items) {
      ok(/^https?:\/\//.test(url), url);
      checkTime(openedAt);
    }
  }
  if (releases?.state === 'read') {
    ok(releases.value.count >= 0);
    checkTime(releases.value.latest?.at);
  }
  if (responses?.state === 'read') {
    for (const { handle, openedAt, firstResponseAt } of responses.value.items) {
      ok(handle, 'nobody asked');
      checkTime(openedAt);
      checkTime(firstResponseAt);
    }
  }
}

function checkTime(time: string | undefined): void {
  ok(time === undefined || ISO.test(time), `'${time}' is no time in UTC`);
}
