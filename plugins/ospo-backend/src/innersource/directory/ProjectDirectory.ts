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

import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import { CompetencyDirectory } from '../../competencies';
import { toDay } from '../../shared/days';
import { PublishedPackages } from '../../usage';
import { importedBySlug } from '../discovery/readEvidence';
import { FilesStore } from '../files/FilesStore';
import { ComputeContext, ImportedRepository } from '../signals';
import { SignalsReader } from '../SignalsReader';
import { ProjectStore } from '../store/ProjectStore';
import { BuildOptions, buildProjects } from './buildProjects';
import { OrganisationTree, OrganisationTreeOptions } from './OrganisationTree';
import { ProjectSnapshot } from './Project';

/** How long a change by another replica or job may go unnoticed. */
const ASK_EVERY_MS = 1_000;
/** Signals come in one after the other while they are read; so long they wait to be seen together, */
const REBUILD_EVERY_MS = 10_000;
/** unless making a snapshot takes no time, as it does of the projects of a small organisation. */
const QUICK_MS = 50;

export interface ProjectDirectoryOptions
  extends Pick<ComputeContext, 'businessHours'>,
    Pick<BuildOptions, 'isConnected' | 'reviewStaleDays'>,
    OrganisationTreeOptions {
  store: ProjectStore;
  signals: Pick<SignalsReader, 'stamp' | 'readAll'>;
  files: Pick<FilesStore, 'readAll'>;
  published: Pick<PublishedPackages, 'stamp' | 'of'>;
  imported: { list: () => Promise<readonly ImportedRepository[]> };
  organisation: CompetencyDirectory;
  logger: LoggerService;
  now: () => Date;
}

/**
 * Keeps all projects in memory, made anew when the catalog, the files, the signals, the SBOMs or the organisation
 * changed.
 */
export class ProjectDirectory {
  readonly #options: ProjectDirectoryOptions;
  #current: { key: string; at: number; snapshot: ProjectSnapshot } | undefined;
  #making: { key: string; snapshot: Promise<ProjectSnapshot> } | undefined;
  #asked: { at: number; key: Promise<string> } | undefined;
  #generation = 0;
  #lastTookMs = 0;

  static create(options: ProjectDirectoryOptions): ProjectDirectory {
    return new ProjectDirectory(options);
  }

  private constructor(options: ProjectDirectoryOptions) {
    this.#options = options;
  }

  async snapshot(): Promise<ProjectSnapshot> {
    const at = this.#options.now().getTime();
    const key = await this.#key(at);
    const current = this.#current;
    if (!current) {
      return this.#build(key, at);
    }
    if (current.key !== key && this.#lastTookMs < QUICK_MS) {
      return this.#build(key, at);
    }
    if (current.key !== key && at - current.at >= REBUILD_EVERY_MS) {
      // Nobody waits for what is only newer.
      this.#build(key, at).catch(error => {
        current.at = at;
        this.#options.logger.warn(
          `Inner-source projects are shown as they were, because they could not be read again: ${stringifyError(
            error,
          )}`,
        );
      });
    }
    return current.snapshot;
  }

  /** With everything that was written until now. */
  async fresh(): Promise<ProjectSnapshot> {
    const at = this.#options.now().getTime();
    const key = await this.#ask();
    this.#asked = undefined;
    return this.#current?.key === key
      ? this.#current.snapshot
      : this.#build(key, at);
  }

  async #build(key: string, at: number): Promise<ProjectSnapshot> {
    if (this.#making?.key === key) {
      return this.#making.snapshot;
    }
    const begunAt = performance.now();
    const making = { key, snapshot: this.#make() };
    this.#making = making;
    try {
      const snapshot = await making.snapshot;
      this.#lastTookMs = performance.now() - begunAt;
      if (snapshot.generation > (this.#current?.snapshot.generation ?? 0)) {
        this.#current = { key, at, snapshot };
      }
      return snapshot;
    } finally {
      if (this.#making === making) {
        this.#making = undefined;
      }
    }
  }

  async #key(at: number): Promise<string> {
    if (!this.#asked || Math.abs(at - this.#asked.at) >= ASK_EVERY_MS) {
      const asked = { at, key: this.#ask() };
      this.#asked = asked;
      asked.key.catch(() => {
        if (this.#asked === asked) {
          this.#asked = undefined;
        }
      });
    }
    return this.#asked.key;
  }

  async #ask(): Promise<string> {
    const { store, signals, organisation, published, now } = this.#options;
    const [projects, values, uses, people] = await Promise.all([
      store.stamp(),
      signals.stamp(),
      published.stamp(),
      organisation.snapshot(),
    ]);
    return JSON.stringify([
      projects,
      values,
      uses,
      people.generation,
      toDay(now()),
    ]);
  }

  async #make(): Promise<ProjectSnapshot> {
    const { store, signals, organisation, now } = this.#options;
    const { files, imported, published } = this.#options;
    this.#generation += 1;
    const generation = this.#generation;
    const discoveredAt = await store.discoveredAt();
    const [stored, kept, people, readings, rows] = await Promise.all([
      store.readAll(),
      signals.readAll(),
      organisation.snapshot(),
      files.readAll(),
      imported.list(),
    ]);
    if (discoveredAt === undefined && stored.length === 0) {
      throw new ServiceUnavailableError(
        'The catalog has not been looked through for inner-source projects yet; try again in a moment',
      );
    }
    const tree = OrganisationTree.create(people, this.#options);
    const publications = await published.of(
      stored.map(({ facts }) => facts.ref),
    );
    return {
      generation,
      discoveredAt,
      projects: buildProjects(stored, {
        ...this.#options,
        now: now(),
        tree,
        kept,
        files: readings,
        imported: importedBySlug(rows),
        publications,
      }),
      tree,
      systemTitles: new Map(
        stored.flatMap(({ facts: { systemRef, systemTitle } }) =>
          systemRef && systemTitle ? [[systemRef, systemTitle]] : [],
        ),
      ),
      now: now(),
    };
  }
}
