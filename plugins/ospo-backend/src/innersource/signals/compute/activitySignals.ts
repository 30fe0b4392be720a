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

import {
  ActivitySignals,
  SignalNote,
  SignalValue,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { KeptPart } from '../../SignalsReader';
import { ProjectFacts } from './ProjectFacts';
import { fromPart, missing, QUARTER, partTellsNot, YEAR } from './signalValue';

const WEEKS_OF_QUARTER = 13;
const WEEKS_OF_YEAR = 52;

type Commits = KeptPart<'commits'>;

/** When people last worked on it, and how much. Bots are left out of every number. */
export function activitySignals(facts: ProjectFacts): ActivitySignals {
  const commits = facts.kept?.parts.commits;
  return {
    lastHumanPush: lastHumanPush(facts),
    humanCommitsPerWeek13: commits
      ? perWeek(facts, commits, WEEKS_OF_QUARTER, QUARTER)
      : missing(facts, 'commits', QUARTER),
    humanCommitsPerWeek52: commits
      ? perWeek(facts, commits, WEEKS_OF_YEAR, YEAR)
      : missing(facts, 'commits', YEAR),
    humanAuthors: commits
      ? humanAuthors(facts, commits)
      : missing(facts, 'commits', YEAR),
    releases: releases(facts),
    participation: commits
      ? participation(facts, commits)
      : missing(facts, 'commits', YEAR),
  };
}

function lastHumanPush(facts: ProjectFacts): SignalValue<string> {
  const { commits, facts: forge } = facts.kept?.parts ?? {};
  const last = commits?.value.lastHumanCommitAt;
  if (commits && last) {
    return fromPart(commits, {
      value: last,
      inputs: { lastHumanCommitAt: last },
      note: boundNote(facts, commits),
    });
  }
  const pushedAt = forge?.value.pushedAt;
  if (forge && pushedAt) {
    return fromPart(forge, {
      value: pushedAt,
      inputs: { pushedAt },
      note: { code: 'push-by-anybody' },
    });
  }
  return commits
    ? partTellsNot(commits, 'last-commit-not-told')
    : missing(facts, 'commits');
}

/** Human commits of the last so many weeks, and the average a week. */
function perWeek(
  facts: ProjectFacts,
  part: Commits,
  weeks: number,
  window: string,
): SignalValue<number> {
  const { humanWeeks, allWeeks, botCommits } = part.value;
  const recent = (humanWeeks ?? allWeeks)?.slice(-weeks);
  if (!recent) {
    return partTellsNot(part, 'weeks-not-told', { window });
  }
  if (recent.length === 0) {
    return partTellsNot(part, 'no-whole-week', { window });
  }
  const commits = sum(recent);
  // A week that was not read is no week without commits.
  const told = recent.length;
  const note = weeksNote(told, weeks) ?? boundNote(facts, part);
  if (humanWeeks || commits === 0) {
    // No commits at all are no commits of people either.
    const counted = humanWeeks ? 'humanCommits' : 'allCommits';
    return fromPart(part, {
      value: round(commits / told),
      window,
      inputs: { [counted]: commits, weeks: told },
      note,
    });
  }
  if (botCommits === undefined) {
    return partTellsNot(part, 'bots-not-apart', {
      window,
      inputs: { allCommits: commits, weeks: told },
    });
  }
  const year = sum((allWeeks ?? []).slice(-WEEKS_OF_YEAR));
  const bots = Math.min(botCommits, year);
  const human =
    weeks >= WEEKS_OF_YEAR ? year - bots : commits * (1 - bots / year);
  return fromPart(part, {
    value: round(human / told),
    window,
    inputs: {
      allCommits: commits,
      botCommits: bots,
      yearsCommits: year,
      weeks: told,
    },
    note:
      weeks < WEEKS_OF_YEAR && bots > 0 && bots < year
        ? { code: 'bots-by-share' }
        : note,
  });
}

/** Of the busiest projects not every week is read. */
function weeksNote(told: number, weeks: number): SignalNote | undefined {
  return told < weeks
    ? { code: 'few-weeks', values: { weeks: told } }
    : undefined;
}

function humanAuthors(facts: ProjectFacts, part: Commits): SignalValue<number> {
  const { humanAuthors: authors } = part.value;
  if (authors === undefined) {
    return partTellsNot(part, 'authors-not-told', { window: YEAR });
  }
  if (authors === 'few') {
    return partTellsNot(part, 'few-authors', { window: YEAR });
  }
  return fromPart(part, {
    value: authors,
    window: YEAR,
    inputs: { humanAuthors: authors },
    note: boundNote(facts, part),
  });
}

function releases(facts: ProjectFacts): SignalValue<number> {
  const part = facts.kept?.parts.releases;
  if (!part) {
    return missing(facts, 'releases', YEAR);
  }
  const { count, latest } = part.value;
  const inputs = { latest: latest?.name ?? null, latestAt: latest?.at ?? null };
  return count === undefined
    ? partTellsNot(part, 'releases-not-counted', { window: YEAR, inputs })
    : fromPart(part, {
        value: count,
        window: YEAR,
        inputs: { releases: count, ...inputs },
      });
}

function participation(
  facts: ProjectFacts,
  part: Commits,
): SignalValue<number[]> {
  const { humanWeeks, allWeeks, botCommits } = part.value;
  const weeks =
    humanWeeks ??
    // Without a bot's commit among them, all are of people.
    (allWeeks && (botCommits === 0 || sum(allWeeks) === 0)
      ? allWeeks
      : undefined);
  if (!weeks) {
    return partTellsNot(part, 'people-weeks-not-told', { window: YEAR });
  }
  if (weeks.length === 0) {
    return partTellsNot(part, 'no-whole-week', { window: YEAR });
  }
  return fromPart(part, {
    value: weeks.slice(-WEEKS_OF_YEAR),
    window: YEAR,
    inputs: { humanCommits: sum(weeks.slice(-WEEKS_OF_YEAR)) },
    note: weeksNote(weeks.length, WEEKS_OF_YEAR) ?? boundNote(facts, part),
  });
}

/** A project that is a folder of a repository whose commits were counted as a whole. */
function boundNote(facts: ProjectFacts, part: Commits): SignalNote | undefined {
  const folder = facts.declared.repository?.path;
  return folder && !part.value.bounded
    ? { code: 'whole-repository', values: { folder } }
    : undefined;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
