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

import { Landscape } from './Landscape';
import { writeSeededSbom } from './writeSeededSbom';

describe('Landscape', () => {
  const landscape = Landscape.create({ components: 1_000 });

  it('has the sizes of the measured landscapes', () => {
    expect(landscape.packages).toBe(20_000);
    expect(landscape.versions).toBeGreaterThan(45_000);
    expect(landscape.versions).toBeLessThan(55_000);
    expect(Landscape.create({ components: 100_000 }).packages).toBe(150_000);
  });

  it('gives components about 150 dependencies, each once and between 3 and 3,000', () => {
    const counts = Array.from({ length: 1_000 }, (_, index) => {
      const dependencies = landscape.dependencies(index);
      expect(new Set(dependencies).size).toBe(dependencies.length);
      return dependencies.length;
    });
    const mean = counts.reduce((sum, count) => sum + count, 0) / 1_000;

    expect(mean).toBeGreaterThan(130);
    expect(mean).toBeLessThan(170);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(3);
    expect(Math.max(...counts)).toBeLessThanOrEqual(3_000);
  });

  it('uses popular packages more than rare ones, and a component is the same each time it is drawn', () => {
    const users = new Map<number, number>();
    for (let index = 0; index < 1_000; index++) {
      for (const version of landscape.dependencies(index)) {
        const packageIndex = landscape.packageOfVersion(version);
        users.set(packageIndex, (users.get(packageIndex) ?? 0) + 1);
      }
    }
    const sum = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => from + index).reduce(
        (total, index) => total + (users.get(index) ?? 0),
        0,
      );

    expect(sum(0, 100)).toBeGreaterThan(5 * sum(1_000, 1_100));
    expect(landscape.dependencies(17)).toEqual(
      Landscape.create({ components: 1_000 }).dependencies(17),
    );
    expect(landscape.dependencies(17)).not.toEqual(landscape.dependencies(18));
  });

  it('names every version of a package by one key, and changes the licence of about 2 %', () => {
    let changed = 0;
    let compared = 0;
    const texts = new Set<string>();
    for (let version = 1; version < 20_000; version++) {
      const before = landscape.describe(version - 1);
      const seeded = landscape.describe(version);
      const packageIndex = landscape.packageOfVersion(version);
      texts.add(seeded.purl);
      expect(seeded.purl).toBe(
        `${landscape.packageKey(packageIndex)}@${seeded.version}`,
      );
      if (landscape.packageOfVersion(version - 1) === packageIndex) {
        compared += 1;
        changed += before.licence === seeded.licence ? 0 : 1;
      }
    }

    expect(texts.size).toBe(19_999);
    // A changed version differs from the one before it and from the one after it.
    expect(changed / compared).toBeGreaterThan(0.02);
    expect(changed / compared).toBeLessThan(0.06);
  });

  it('draws distinct search terms of three characters or more that are parts of names', () => {
    const terms = landscape.searchTerms(50);

    expect(new Set(terms).size).toBe(50);
    expect(Math.min(...terms.map(term => term.length))).toBeGreaterThanOrEqual(
      3,
    );
  });

  it('writes a document whose edges all lead somewhere', () => {
    const document = JSON.parse(writeSeededSbom(landscape, 3).toString('utf8'));
    const refs = new Set(
      document.components.map((one: { 'bom-ref': string }) => one['bom-ref']),
    );
    const reached = new Set(
      document.dependencies.flatMap(
        (edge: { dependsOn: string[] }) => edge.dependsOn,
      ),
    );

    expect(refs.size).toBe(landscape.dependencies(3).length);
    expect([...reached].every(ref => refs.has(ref))).toBe(true);
    expect(reached.size).toBe(refs.size);
  });

  it('changes about 5 % of the packages with a revision', () => {
    const purls = (revision: number): string[] =>
      JSON.parse(
        writeSeededSbom(landscape, 3, { revision }).toString('utf8'),
      ).components.map((one: { purl: string }) => one.purl);
    const before = new Set(purls(0));
    const added = purls(1).filter(purl => !before.has(purl));

    expect(added.length / before.size).toBeGreaterThan(0.02);
    expect(added.length / before.size).toBeLessThan(0.08);
  });
});
