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

import { BENCH_SEED, SeededRandom } from './SeededRandom';
import { packageName } from './packageName';
import { WeightedChoice } from './WeightedChoice';

/** What is known of one package version that a component depends on. */
export interface SeededPackage {
  ecosystem: string;
  namespace: string;
  name: string;
  version: string;
  purl: string;
  /** SPDX expression; undefined when its SBOMs name none. */
  licence: string | undefined;
}

export interface SeededComponent {
  name: string;
  entityRef: string;
  ownerRef: string;
  systemRef: string;
  lifecycle: string;
}

const LICENCES: [string | undefined, number][] = [
  ['MIT', 52],
  ['Apache-2.0', 20],
  ['ISC', 7],
  ['BSD-3-Clause', 6],
  ['BSD-2-Clause', 3],
  ['MIT OR Apache-2.0', 3],
  ['MPL-2.0', 1.5],
  ['EPL-2.0', 1],
  ['LGPL-2.1-only', 0.8],
  ['GPL-3.0-or-later', 0.5],
  ['GPL-2.0-only WITH Classpath-exception-2.0', 0.4],
  ['CC0-1.0', 0.4],
  ['0BSD', 0.4],
  [undefined, 4],
];

const ECOSYSTEMS: [string, number][] = [
  ['npm', 55],
  ['maven', 20],
  ['pypi', 12],
  ['golang', 6],
  ['nuget', 4],
  ['cargo', 3],
];

const MEAN_DEPENDENCIES = 150;
const SIGMA = 0.8;
const MIN_DEPENDENCIES = 3;
const MAX_DEPENDENCIES = 3_000;
const CHANGED_LICENCES = 0.02;
const LIFECYCLES: [string, number][] = [
  ['production', 80],
  ['experimental', 15],
  ['deprecated', 5],
];

/** Components, packages and versions of sizes that were looked up for three landscapes; others lie between. */
const SIZES = [
  { components: 1_000, packages: 20_000, versions: 50_000 },
  { components: 10_000, packages: 60_000, versions: 200_000 },
  { components: 100_000, packages: 150_000, versions: 600_000 },
];

/**
 * A company's components and what they depend on, drawn from a seed: popularity of the k-th package
 * ∝ 1 / (k + 50)^1.05, dependencies a component log-normal with mean 150 and σ 0.8 between 3 and 3,000, more versions
 * of popular packages, a changed licence in 2 % of the versions, components / 20 owners who own very unequally.
 *
 * Every component is drawn from a seed of its own, so that one can be had without those before it.
 */
export class Landscape {
  readonly components: number;
  readonly packages: number;
  readonly versions: number;
  readonly #popularity: WeightedChoice;
  /** Versions of package `k` are `#firstVersion[k]` up to, not including, `#firstVersion[k + 1]`. */
  readonly #firstVersion: Int32Array;
  readonly #licences = choiceOf(LICENCES);
  readonly #ecosystems = choiceOf(ECOSYSTEMS);
  readonly #lifecycles = choiceOf(LIFECYCLES);

  private constructor(options: { components: number }) {
    this.components = options.components;
    const size = sizeOf(options.components);
    this.packages = size.packages;
    this.#popularity = WeightedChoice.create(
      size.packages,
      k => 1 / (k + 50) ** 1.05,
    );
    this.#firstVersion = new Int32Array(size.packages + 1);
    const spare = size.versions - size.packages;
    for (let k = 0; k < size.packages; k++) {
      this.#firstVersion[k + 1] =
        this.#firstVersion[k] +
        1 +
        Math.round(spare * this.#popularity.share(k));
    }
    this.versions = this.#firstVersion[size.packages];
  }

  static create(options: { components: number }): Landscape {
    return new Landscape(options);
  }

  component(index: number): SeededComponent {
    const random = this.#randomFor('component', index);
    const owners = Math.max(1, Math.round(this.components / 20));
    const owner = Math.floor(owners * random.next() ** 1.7);
    const system = random.below(Math.max(1, Math.round(this.components / 12)));
    const name = `component-${String(index).padStart(6, '0')}`;
    return {
      name,
      entityRef: `component:default/${name}`,
      ownerRef: `group:default/team-${owner}`,
      systemRef: `system:default/system-${system}`,
      lifecycle: LIFECYCLES[this.#lifecycles.at(random.next())][0],
    };
  }

  /** Version numbers of the component's dependencies, each once, in the order they were drawn. */
  dependencies(index: number): number[] {
    const random = this.#randomFor('dependencies', index);
    // The mean of a log-normal distribution is exp(mu + sigma² / 2).
    const mu = Math.log(MEAN_DEPENDENCIES) - (SIGMA * SIGMA) / 2;
    const wanted = Math.min(
      MAX_DEPENDENCIES,
      Math.max(
        MIN_DEPENDENCIES,
        Math.round(Math.exp(mu + SIGMA * random.normal())),
      ),
      Math.floor(this.versions / 2),
    );
    const drawn = new Set<number>();
    while (drawn.size < wanted) {
      const packageIndex = this.#popularity.at(random.next());
      const first = this.#firstVersion[packageIndex];
      const count = this.#firstVersion[packageIndex + 1] - first;
      drawn.add(first + Math.floor(count * random.next() ** 2));
    }
    return [...drawn];
  }

  packageOfVersion(version: number): number {
    let low = 0;
    let high = this.packages - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#firstVersion[middle] <= version) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Key of a package as a purl without version; package 0 is the most popular one. */
  packageKey(packageIndex: number): string {
    const { type, namespace, name } = this.#names(packageIndex);
    return purlOf(type, namespace, name);
  }

  packageName(packageIndex: number): string {
    return this.#names(packageIndex).name;
  }

  describe(version: number): SeededPackage {
    const packageIndex = this.packageOfVersion(version);
    const { type, namespace, name } = this.#names(packageIndex);
    const number = version - this.#firstVersion[packageIndex];
    const text = `${1 + Math.floor(number / 60)}.${
      Math.floor(number / 6) % 10
    }.${number % 6}`;
    const random = this.#randomFor('licence', packageIndex);
    let licence = this.#licences.at(random.next());
    if (this.#randomFor('change', version).next() < CHANGED_LICENCES) {
      licence = (licence + 1) % LICENCES.length;
    }
    return {
      ecosystem: type,
      namespace,
      name,
      version: text,
      purl: `${purlOf(type, namespace, name)}@${text}`,
      licence: LICENCES[licence][0],
    };
  }

  /** Parts of names that people might search for, drawn from the names themselves. */
  searchTerms(count: number): string[] {
    const random = this.#randomFor('terms', 0);
    const terms = new Set<string>();
    while (terms.size < count) {
      const name = this.packageName(this.#popularity.at(random.next()));
      const length = 3 + random.below(5);
      const start = random.below(Math.max(1, name.length - length));
      terms.add(name.slice(start, start + length));
    }
    return [...terms];
  }

  #names(packageIndex: number): {
    type: string;
    namespace: string;
    name: string;
  } {
    const random = this.#randomFor('package', packageIndex);
    const type = ECOSYSTEMS[this.#ecosystems.at(random.next())][0];
    return { type, ...packageName({ type, packageIndex, random }) };
  }

  #randomFor(purpose: string, index: number): SeededRandom {
    // A prime apart, so that neighbours do not share a part of their sequences.
    const salt = [...purpose].reduce(
      (sum, character) => sum * 31 + character.charCodeAt(0),
      7,
    );
    const random = SeededRandom.create(
      (BENCH_SEED + (salt % 65_521) * 1_000_003 + index * 7_919) %
        4_294_967_296,
    );
    random.next();
    return random;
  }
}

function choiceOf(options: [unknown, number][]): WeightedChoice {
  return WeightedChoice.create(options.length, index => options[index][1]);
}

function purlOf(type: string, namespace: string, name: string): string {
  const path = namespace
    ? `${namespace.split('/').map(encodeURIComponent).join('/')}/`
    : '';
  return `pkg:${type}/${path}${encodeURIComponent(name)}`;
}

function sizeOf(components: number): { packages: number; versions: number } {
  const upper = SIZES.findIndex(size => size.components >= components);
  const right = Math.max(1, upper < 0 ? SIZES.length - 1 : upper);
  const [a, b] = [SIZES[right - 1], SIZES[right]];
  const share =
    Math.log(components / a.components) / Math.log(b.components / a.components);
  const between = (from: number, to: number) =>
    Math.max(200, Math.round(from * (to / from) ** share));
  return {
    packages: between(a.packages, b.packages),
    versions: between(a.versions, b.versions),
  };
}
