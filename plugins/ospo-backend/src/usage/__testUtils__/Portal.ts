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

import { SbomComponent } from '@ospo-suite/sbom-reader';
import { Knex } from 'knex';
import { aComponent, aReading } from '../ingest/__testUtils__/aReading';
import { IngestHarness } from '../ingest/__testUtils__/IngestHarness';
import { UsageEntityRow } from '../tables';

/** What the catalog says of a component of a test; the rest is left out. */
export interface PortalFacts {
  title?: string;
  owner?: string;
  ownerState?: UsageEntityRow['owner_state'];
  system?: string;
  lifecycle?: string;
  type?: string;
}

/** A portal with components and their packages, filled through the ingest. */
export class Portal {
  readonly harness: IngestHarness;

  private constructor(harness: IngestHarness) {
    this.harness = harness;
  }

  static async create(createDatabase: () => Promise<Knex>): Promise<Portal> {
    return new Portal(await IngestHarness.create(createDatabase));
  }

  get knex(): Knex {
    return this.harness.knex;
  }

  /** A component that the catalog has. */
  async addComponent(name: string, facts: PortalFacts = {}): Promise<number> {
    const id = await this.harness.addComponent(refOf(name));
    await this.knex('usage_entities')
      .where({ id })
      .update({
        title: facts.title ?? null,
        owner_ref: facts.owner ?? null,
        owner_state: facts.ownerState ?? (facts.owner ? 'present' : 'none'),
        system_ref: facts.system ?? null,
        lifecycle: facts.lifecycle ?? null,
        type: facts.type ?? null,
      });
    await this.knex('usage_totals').increment('generation', 1);
    return id;
  }

  /** Sends an SBOM: packages are named as in `lodash@1.0.0`, or given whole. */
  async send(
    name: string,
    packages: (string | SbomComponent)[],
    options: { target?: string; stream?: string; timestamp?: string } = {},
  ) {
    const { timestamp, ...place } = options;
    return await this.harness.send(
      aReading({
        timestamp,
        // Two components with the same packages still send two documents.
        id: name,
        components: packages.map(item =>
          typeof item === 'string' ? aComponent(item) : item,
        ),
      }),
      { to: refOf(name), ...place },
    );
  }

  /** A component with its SBOM. */
  async add(
    name: string,
    packages: (string | SbomComponent)[],
    facts: PortalFacts = {},
  ): Promise<number> {
    const id = await this.addComponent(name, facts);
    await this.send(name, packages);
    return id;
  }
}

export function refOf(name: string): string {
  return name.includes(':') ? name : `component:default/${name}`;
}
