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

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  LicenceStatus,
  UsagePackage,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { SimilarComponent } from './queries/similarComponents';
import { UsageService } from './UsageService';

/** A licence in use, and in how many packages. */
export interface LicenceInUse {
  status: LicenceStatus;
  /** As an expression, or as it was written. */
  text: string;
  packages: number;
}

/** What is known of open source in a component, in one package or under one licence. */
export interface FactsOfUse {
  /** False when the component has no SBOM; absent for packages and licences. */
  hasSbom?: boolean;
  licences: LicenceInUse[];
  /** Of its documents, annotations and sources; none for packages and licences. */
  findings: { code: string; severity: 'error' | 'warning' | 'info' }[];
}

/** What other slices may know of usages: within what the caller may read, as the screens are told it. */
export class UsageFacts {
  readonly #usage: UsageService;

  private constructor(options: { usage: UsageService }) {
    this.#usage = options.usage;
  }

  static create(options: { usage: UsageService }): UsageFacts {
    return new UsageFacts(options);
  }

  /**
   * Licences that the current SBOMs of a component name, the most used first, and the age of the oldest of them.
   * Undefined when there is no SBOM, or the caller may not know of it.
   */
  async licencesOf(
    entityRef: string,
    caller: { credentials: BackstageCredentials },
  ): Promise<{ licences: string[]; asOf?: string } | undefined> {
    return known(async () => {
      const { licences, snapshots } = await this.#usage.getComponent(
        { entityRef },
        { credentials: caller.credentials },
      );
      if (snapshots.length === 0) {
        return undefined;
      }
      const received = snapshots.map(({ receivedAt }) => receivedAt).sort();
      return {
        licences: licences.map(
          ({ expression, raw }) => expression ?? raw ?? 'not stated',
        ),
        asOf: received[0],
      };
    });
  }

  /** Components that share packages with this one; none when the caller may not know of it. */
  async similarTo(
    entityRef: string,
    caller: { credentials: BackstageCredentials },
  ): Promise<SimilarComponent[]> {
    const { credentials } = caller;
    const found = await known(() =>
      this.#usage.listSimilar({ entityRef }, { credentials }),
    );
    return found ?? [];
  }

  /** Packages in use with this in their name, the most used first. */
  async packagesNamed(
    q: string,
    caller: { credentials: BackstageCredentials },
    limit: number,
  ): Promise<UsagePackage[]> {
    const { credentials } = caller;
    const found = await known(() =>
      this.#usage.listPackages({ q, limit }, { credentials }),
    );
    return found?.items ?? [];
  }

  /** Undefined when there is no such component, or the caller may not know of it. */
  async ofComponent(
    entityRef: string,
    caller: { credentials: BackstageCredentials },
  ): Promise<FactsOfUse | undefined> {
    const { credentials } = caller;
    return known(async () => {
      const component = await this.#usage.getComponent(
        { entityRef },
        { credentials },
      );
      return {
        hasSbom: component.lastSbomAt !== undefined,
        licences: component.licences.map(toLicenceInUse),
        findings: component.findings,
      };
    });
  }

  /** Undefined when nothing that the caller may know of uses it. */
  async ofPackage(
    purl: string,
    caller: { credentials: BackstageCredentials },
  ): Promise<FactsOfUse | undefined> {
    const { credentials } = caller;
    return known(async () => {
      const { licences } = await this.#usage.getPackage(
        { purl },
        { credentials },
      );
      return {
        licences: licences.map(licence =>
          toLicenceInUse({ ...licence, packages: 1 }),
        ),
        findings: [],
      };
    });
  }

  /** Undefined when nothing that the caller may know of is under it. */
  async ofLicence(
    key: string,
    caller: { credentials: BackstageCredentials },
  ): Promise<FactsOfUse | undefined> {
    const { credentials } = caller;
    return known(async () => {
      const licence = await this.#usage.getLicence({ key }, { credentials });
      return { licences: [toLicenceInUse(licence)], findings: [] };
    });
  }
}

function toLicenceInUse(licence: {
  status: LicenceStatus;
  expression?: string;
  raw?: string;
  packages: number;
}): LicenceInUse {
  const { status, expression, raw, packages } = licence;
  return { status, text: expression ?? raw ?? status, packages };
}

/** What is absent and what is not theirs to know are both not known. */
async function known<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (
      isError(error) &&
      ['NotFoundError', 'NotAllowedError'].includes(error.name)
    ) {
      return undefined;
    }
    throw error;
  }
}
