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
  governanceLevels,
  ProjectLabels,
  ProjectSignals,
  SignalGroup,
  SignalLabel,
  SignalLevel,
  SignalValue,
} from '@ospo-suite/backstage-plugin-ospo-common';

/** Quarters of fewer than so many projects say nothing. */
export const MIN_COMPARED = 4;

/** A value of a group as a number, more is more; undefined when it is not known. */
type Measure = (signals: ProjectSignals) => number | undefined;

/**
 * What each group is compared by. The first of a group has to be known for a label; the others count where they are.
 */
const MEASURES: Record<SignalGroup, readonly Measure[]> = {
  activity: [
    ({ activity }) => known(activity.humanCommitsPerWeek13),
    ({ activity }) => known(activity.humanCommitsPerWeek52),
    ({ activity }) => time(activity.lastHumanPush),
    ({ activity }) => known(activity.releases),
    ({ activity }) => known(activity.humanAuthors),
  ],
  welcoming: [
    ({ welcoming }) => documents(welcoming.documentation),
    ({ welcoming }) => level(welcoming.governanceLevel),
    ({ welcoming }) => known(welcoming.wantedHelp),
    // The sooner the better.
    ({ welcoming }) => negative(known(welcoming.firstResponseHours)),
    ({ welcoming }) => known(welcoming.promiseKept),
  ],
  reach: [
    ({ reach }) => known(reach.dependants),
    ({ reach }) => known(reach.usedBy),
    ({ reach }) => known(reach.outsideShare),
    ({ reach }) => known(reach.contributionDistance),
  ],
};

/**
 * Labels of each project among those given, which are those of the organisation that the reader may see.
 *
 * A value's place is the share of the projects that have less of it, and half of those that have as much, so equal
 * values get equal places in the middle of where they lie. A group's place is the mean over its values that are known,
 * and its percentile the place of that mean among the projects. Nothing that is unknown counts as zero.
 *
 * @param isCompared - those for which it is false, such as retired ones, get no label and are not compared with
 */
export function labelProjects(
  projects: ReadonlyMap<string, ProjectSignals>,
  isCompared: (ref: string) => boolean = () => true,
): Map<string, ProjectLabels> {
  const refs = [...projects.keys()];
  const signals = [...projects].map(([ref, one]) =>
    isCompared(ref) ? one : undefined,
  );
  const activity = labelsOf('activity', signals);
  const welcoming = labelsOf('welcoming', signals);
  const reach = labelsOf('reach', signals);
  return new Map(
    refs.map((ref, index) => [
      ref,
      {
        activity: activity[index],
        welcoming: welcoming[index],
        reach: reach[index],
      },
    ]),
  );
}

function labelsOf(
  group: SignalGroup,
  signals: readonly (ProjectSignals | undefined)[],
): SignalLabel[] {
  const measured = MEASURES[group].map(measure =>
    signals.map(one => one && measure(one)),
  );
  const places = measured.map(placesOf);
  const means = signals.map((_, index) =>
    measured[0][index] === undefined
      ? undefined
      : mean(places.map(place => place[index])),
  );
  const percentiles = placesOf(means);
  const n = means.filter(value => value !== undefined).length;
  return signals.map((_, index): SignalLabel => {
    const percentile = percentiles[index];
    if (percentile === undefined || n < MIN_COMPARED) {
      return { state: 'unknown', n };
    }
    return {
      state: measured.every(values => values[index] !== undefined)
        ? 'known'
        : 'partial',
      level: levelOf(percentile),
      percentile: Math.round(percentile * 10) / 10,
      n,
    };
  });
}

/** Place of each value among those that are known, 0 to 100. */
function placesOf(
  values: readonly (number | undefined)[],
): (number | undefined)[] {
  const sorted = values
    .filter((value): value is number => value !== undefined)
    .sort((a, b) => a - b);
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  sorted.forEach((value, index) => {
    if (!first.has(value)) {
      first.set(value, index);
    }
    last.set(value, index + 1);
  });
  return values.map(value => {
    if (value === undefined) {
      return undefined;
    }
    const below = first.get(value) ?? 0;
    const upTo = last.get(value) ?? 0;
    return ((below + upTo) / 2 / sorted.length) * 100;
  });
}

function mean(places: readonly (number | undefined)[]): number {
  const told = places.filter((place): place is number => place !== undefined);
  // Whole millionths, so that means over the same places in another order are the same.
  return (
    Math.round(
      (told.reduce((sum, place) => sum + place, 0) / told.length) * 1e6,
    ) / 1e6
  );
}

function levelOf(percentile: number): SignalLevel {
  if (percentile > 75) {
    return 'top';
  }
  if (percentile > 50) {
    return 'upper';
  }
  return percentile > 25 ? 'middle' : 'lower';
}

function known(value: SignalValue<number>): number | undefined {
  return value.value ?? undefined;
}

function negative(value: number | undefined): number | undefined {
  return value === undefined ? undefined : -value;
}

function time(value: SignalValue<string>): number | undefined {
  const millis = value.value === null ? NaN : Date.parse(value.value);
  return Number.isNaN(millis) ? undefined : millis;
}

function documents(
  value: ProjectSignals['welcoming']['documentation'],
): number | undefined {
  return value.value === null
    ? undefined
    : new Set(value.value.map(({ document }) => document)).size;
}

function level(
  value: ProjectSignals['welcoming']['governanceLevel'],
): number | undefined {
  return value.value === null
    ? undefined
    : governanceLevels.indexOf(value.value);
}
