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

const EDGES_PER_COMPONENT = 3.2;

/**
 * A CycloneDX 1.6 JSON of about the given size, in pieces: components as rich as real tools write them (about 1.6 kB
 * each: purl, licence, hashes, references, properties), and about three edges each.
 */
export function* writeLargeCycloneDx(options: {
  bytes: number;
}): Generator<Buffer> {
  const random = SeededRandom.create(BENCH_SEED);
  const count = Math.round(options.bytes / 1_600);
  yield Buffer.from(
    `{"bomFormat":"CycloneDX","specVersion":"1.6","serialNumber":"urn:uuid:7f0c8a52-3f4e-4a55-9d3b-2c6f0a9f1e10",` +
      `"version":1,"metadata":{"timestamp":"2026-11-01T08:00:00Z","tools":{"components":[{"type":"application",` +
      `"name":"seeded-generator","version":"1.0.0"}]},"component":{"bom-ref":"root","type":"application","name":"root",` +
      `"version":"1.0.0"}},"components":[`,
  );
  for (let index = 0; index < count; index++) {
    yield Buffer.from(
      (index === 0 ? '' : ',') + JSON.stringify(componentOf(index, random)),
    );
  }
  yield Buffer.from('],"dependencies":[');
  yield Buffer.from(
    JSON.stringify({
      ref: 'root',
      dependsOn: range(Math.ceil(count / 20)).map(refOf),
    }),
  );
  for (let index = 0; index < count; index++) {
    const edges = Math.floor(EDGES_PER_COMPONENT + random.next());
    const dependsOn = new Set(
      range(edges).map(() =>
        refOf(
          Math.min(count - 1, index + 1 + random.below(Math.max(1, count / 4))),
        ),
      ),
    );
    dependsOn.delete(refOf(index));
    yield Buffer.from(
      `,${JSON.stringify({ ref: refOf(index), dependsOn: [...dependsOn] })}`,
    );
  }
  yield Buffer.from(']}');
}

function componentOf(index: number, random: SeededRandom) {
  const { name } = packageName({ type: 'npm', packageIndex: index, random });
  const version = `${1 + random.below(9)}.${random.below(20)}.${random.below(
    9,
  )}`;
  const licence = ['MIT', 'Apache-2.0', 'BSD-3-Clause', 'ISC'][random.below(4)];
  const home = `https://packages.example.org/${name}`;
  return {
    type: 'library',
    'bom-ref': refOf(index),
    author: `${name} authors`,
    name,
    version,
    description:
      `${name} does one thing and says in a sentence or two what that is, as the manifests of most packages do; ` +
      `this one repeats itself to be as long as usual.`,
    hashes: [
      { alg: 'SHA-256', content: hex(random, 64) },
      { alg: 'SHA-512', content: hex(random, 128) },
    ],
    licenses: [{ license: { id: licence, url: `${home}/licence` } }],
    purl: `pkg:npm/${name}@${version}`,
    externalReferences: [
      { type: 'website', url: home },
      { type: 'vcs', url: `git+https://git.example.org/${name}.git` },
      { type: 'issue-tracker', url: `https://git.example.org/${name}/issues` },
      {
        type: 'distribution',
        url: `${home}/-/${name}-${version}.tgz`,
        hashes: [{ alg: 'SHA-512', content: hex(random, 128) }],
      },
    ],
    properties: [
      { name: 'seeded:package:path', value: `node_modules/${name}` },
      { name: 'seeded:package:development', value: 'false' },
    ],
  };
}

function refOf(index: number): string {
  return `component-${index.toString(36)}`;
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function hex(random: SeededRandom, digits: number): string {
  let text = '';
  while (text.length < digits) {
    text += Math.floor(random.next() * 4_294_967_296)
      .toString(16)
      .padStart(8, '0');
  }
  return text.slice(0, digits);
}
