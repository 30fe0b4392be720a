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

import { AssertionError, deepStrictEqual, fail, ok } from 'node:assert';
import {
  BackstageCredentials,
  BackstageServicePrincipal,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { FetchSbomResult, SbomLocation, SbomSource } from '../sbomSource';

/**
 * A source with something to read behind it, made anew for each rule.
 *
 * @public
 */
export interface SbomSourceContractSubject {
  source: SbomSource;
  credentials: BackstageCredentials<BackstageServicePrincipal>;
  /** Names at least one place, whose first holds `document`. */
  entity: Entity;
  /** What is read there. At least two bytes. */
  document: Uint8Array;
  /** Names no place. */
  entityWithout: Entity;
  /** Names places, and none of them can be used. */
  entityUnusable: Entity;
  /** Requests that reached the system that the source reads from. */
  requests(): number;
  /** Makes that system answer every further request in this way. */
  answer(kind: 'absent' | 'refused' | 'failing' | 'hanging'): void;
  /** Texts that must never be in a message: tokens, passwords. */
  secrets?: string[];
  close?(): Promise<void>;
}

/**
 * One rule of the contract.
 *
 * @public
 */
export interface SbomSourceContractRule {
  title: string;
  run(): Promise<void>;
}

const rules: [string, (subject: SbomSourceContractSubject) => Promise<void>][] =
  [
    [
      'has an id in kebab-case',
      async ({ source }) => {
        ok(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(source.id), source.id);
      },
    ],
    [
      'finds the places that an entity names, the same each time, without a request',
      async subject => {
        const { source, entity } = subject;
        const before = JSON.stringify(entity);
        const { locations, problems } = source.locate(entity);

        ok(locations.length > 0, 'no location');
        deepStrictEqual(problems, []);
        deepStrictEqual(source.locate(entity), { locations, problems });
        deepStrictEqual(JSON.stringify(entity), before, 'it was changed');
        deepStrictEqual(
          new Set(locations.map(({ location }) => location)).size,
          locations.length,
          'a location is there twice',
        );
        for (const { location } of locations) {
          ok(location.length > 0 && location.length <= 2000, location);
          // eslint-disable-next-line no-control-regex -- they must not be there
          ok(!/[\u0000-\u001f\u007f]/.test(location), 'a control character');
        }
        deepStrictEqual(subject.requests(), 0);
      },
    ],
    [
      'finds nothing, and nothing wrong, where an entity names no place',
      async ({ source, entityWithout }) => {
        deepStrictEqual(source.locate(entityWithout), {
          locations: [],
          problems: [],
        });
      },
    ],
    [
      'finds them without the parts of an entity that need not be there',
      async ({ source, entity }) => {
        const { type, lifecycle, owner, system } = entity.spec ?? {};
        deepStrictEqual(
          source.locate({
            apiVersion: entity.apiVersion,
            kind: entity.kind,
            metadata: entity.metadata,
            relations: entity.relations,
            spec: { type, lifecycle, owner, system },
          }),
          source.locate(entity),
        );
      },
    ],
    [
      'tells what cannot be used, where it stands, and what to do',
      async subject => {
        const { locations, problems } = subject.source.locate(
          subject.entityUnusable,
        );
        deepStrictEqual(locations, []);
        ok(problems.length > 0, 'no problem');
        for (const problem of problems) {
          ok(/^[a-z][a-z0-9-]*$/.test(problem.code), problem.code);
          ok(problem.where && problem.message && problem.mend);
          checkText(problem.message, subject);
        }
        deepStrictEqual(subject.requests(), 0);
      },
    ],
    [
      'has a budget key for each place, the same each time',
      async ({ source, entity }) => {
        for (const location of source.locate(entity).locations) {
          const key = source.budgetKey(location);
          ok(key.length > 0 && key.length <= 300, key);
          deepStrictEqual(source.budgetKey(location), key);
        }
      },
    ],
    [
      'gives the document as it is, in pieces',
      async subject => {
        const result = await fetchFirst(subject);
        deepStrictEqual(await bytesOf(result), Buffer.from(subject.document));
      },
    ],
    [
      'gives it again, or says that it is unchanged when it can tell',
      async subject => {
        const first = await fetchFirst(subject);
        await bytesOf(first);
        const etag = first.outcome === 'fetched' ? first.etag : undefined;
        const second = await fetchFirst(subject, { etag });
        if (etag === undefined) {
          deepStrictEqual(
            await bytesOf(second),
            Buffer.from(subject.document),
            'unchanged, and nothing to tell it by',
          );
        } else {
          deepStrictEqual(second.outcome, 'unchanged');
        }
      },
    ],
    [
      'throws NotFoundError when nothing is there',
      async subject => {
        subject.answer('absent');
        await rejects(subject, ['NotFoundError']);
      },
    ],
    [
      'throws NotAllowedError when access is refused',
      async subject => {
        subject.answer('refused');
        await rejects(subject, ['NotAllowedError']);
      },
    ],
    [
      'throws ServiceUnavailableError, or RetryLaterError, when the system fails',
      async subject => {
        subject.answer('failing');
        await rejects(subject, ['ServiceUnavailableError', 'RetryLaterError']);
      },
    ],
    [
      'makes no request when it is stopped before it began',
      async subject => {
        const signal = AbortSignal.abort();
        await rejectsWhenStopped(fetchFirst(subject, { signal }));
        deepStrictEqual(subject.requests(), 0);
      },
    ],
    [
      'stops waiting when it is stopped',
      async subject => {
        subject.answer('hanging');
        const stop = new AbortController();
        const fetching = fetchFirst(subject, { signal: stop.signal }).then(
          bytesOf,
        );
        fetching.catch(() => undefined);
        stop.abort();
        await rejectsWhenStopped(fetching);
      },
    ],
  ];

/**
 * The rules that every `SbomSource` keeps, for any test runner:
 *
 * ```ts
 * it.each(sbomSourceContract({ create }))('$title', ({ run }) => run());
 * ```
 *
 * @public
 */
export function sbomSourceContract(options: {
  create(): Promise<SbomSourceContractSubject>;
}): SbomSourceContractRule[] {
  return rules.map(([title, check]) => ({
    title,
    async run() {
      const subject = await options.create();
      try {
        await check(subject);
      } finally {
        await subject.close?.();
      }
    },
  }));
}

async function fetchFirst(
  subject: SbomSourceContractSubject,
  options: { etag?: string; signal?: AbortSignal } = {},
): Promise<FetchSbomResult> {
  const { source, entity, credentials } = subject;
  const location: SbomLocation | undefined = source.locate(entity).locations[0];
  ok(location, 'no location');
  return await source.fetch({
    location,
    entity,
    credentials,
    etag: options.etag,
    signal: options.signal ?? new AbortController().signal,
  });
}

async function bytesOf(result: FetchSbomResult): Promise<Buffer> {
  if (result.outcome !== 'fetched') {
    fail(`'${result.outcome}' where a document was expected`);
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of result.document) {
    ok(chunk instanceof Uint8Array, 'a piece is not bytes');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function rejects(
  subject: SbomSourceContractSubject,
  names: string[],
): Promise<void> {
  let error: unknown;
  try {
    await bytesOf(await fetchFirst(subject));
  } catch (caught) {
    error = caught;
  }
  ok(error instanceof Error, 'it did not throw');
  ok(names.includes(error.name), `${error.name}: ${error.message}`);
  checkText(error.message, subject);
}

/** Rejects, whatever the error, and not because a rule was broken. */
async function rejectsWhenStopped(fetching: Promise<unknown>): Promise<void> {
  try {
    await fetching;
  } catch (error) {
    if (error instanceof AssertionError) {
      throw error;
    }
    return;
  }
  fail('it went on');
}

function checkText(text: string, subject: SbomSourceContractSubject): void {
  ok(text.length > 0, 'an empty message');
  // eslint-disable-next-line no-control-regex -- they must not be there
  ok(!/[\u0000-\u001f\u007f]/.test(text), 'a control character in a message');
  for (const secret of subject.secrets ?? []) {
    ok(!text.includes(secret), 'a secret in a message');
  }
}
