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
import { isError } from '@backstage/errors';
import {
  ReadRepositoryOptions,
  RepositoryLocation,
  RepositoryReading,
  RepositorySignals,
} from '../repositorySignals';
import { RetryLaterError } from '../sbomSource';
import { checkReading } from './checkReading';

/**
 * A source with a repository to read behind it, made anew for each rule.
 *
 * @public
 */
export interface RepositorySignalsContractSubject {
  source: RepositorySignals;
  /** Can be read, and tells at least one part. */
  repository: RepositoryLocation;
  /** Repositories that it does not read: of other hosts, with addresses that are none. */
  otherRepositories: RepositoryLocation[];
  /** The clock of the system behind it. */
  now: Date;
  /** Requests that reached the system that the source reads from; undefined where they cannot be counted. */
  requests(): number | undefined;
  /** Makes that system answer every further request in this way. Those that it cannot do, it refuses by `false`. */
  answer(
    kind: 'absent' | 'refused' | 'failing' | 'busy' | 'nonsense' | 'hanging',
  ): boolean;
  /** Texts that must never be in a message or in a validator: tokens, passwords, words of the system's errors. */
  secrets: string[];
  close?(): Promise<void>;
}

/** @public */
export interface RepositorySignalsContractRule {
  title: string;
  run(): Promise<void>;
}

type Check = (subject: RepositorySignalsContractSubject) => Promise<void>;

const rules: [string, Check][] = [
  [
    'has an id in kebab-case, and tells parts',
    async ({ source }) => {
      ok(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(source.id), source.id);
      ok(source.parts.length > 0, 'no part');
      deepStrictEqual(new Set(source.parts).size, source.parts.length);
    },
  ],
  [
    'knows by the address alone what it can read, without a request',
    async subject => {
      const { source, repository, otherRepositories } = subject;
      ok(source.reads(repository), 'it does not read its repository');
      ok(otherRepositories.length > 0, 'nothing that it does not read');
      for (const other of otherRepositories) {
        deepStrictEqual(source.reads(other), false, other.url);
      }
      ok(!subject.requests(), 'a request');
    },
  ],
  [
    'has a budget key, the same each time',
    async ({ source, repository }) => {
      const key = source.budgetKey(repository);
      ok(key.length > 0 && key.length <= 300, key);
      deepStrictEqual(source.budgetKey(repository), key);
    },
  ],
  [
    'reads what is wanted, within bounds',
    async subject => {
      const { source } = subject;
      const reading = await read(subject);
      checkReading(reading, subject);
      deepStrictEqual(
        new Set(Object.keys(reading.parts)),
        new Set(source.parts),
      );
      ok(
        Object.values(reading.parts).some(({ state }) => state === 'read'),
        'nothing was read',
      );
    },
  ],
  [
    'reads no more than is wanted',
    async subject => {
      for (const part of subject.source.parts) {
        const reading = await read(subject, { parts: [part] });
        checkReading(reading, subject);
        deepStrictEqual(Object.keys(reading.parts), [part]);
      }
    },
  ],
  [
    'reads the same again, or says that it is unchanged when it can tell',
    async subject => {
      const first = await read(subject);
      const second = await read(subject, { validators: first.validators });
      checkReading(second, subject);
      for (const name of subject.source.parts) {
        const part = second.parts[name];
        if (part?.state !== 'unchanged') {
          deepStrictEqual(part, first.parts[name]);
        }
      }
      const blind = await read(subject, { validators: {} });
      deepStrictEqual(blind.parts, first.parts);
    },
  ],
  [
    'keeps saying that it is unchanged, with the validators of that answer',
    async subject => {
      const first = await read(subject);
      const second = await read(subject, { validators: first.validators });
      const third = await read(subject, { validators: second.validators });
      deepStrictEqual(third.parts, second.parts);
    },
  ],
  [
    'does not fail of validators that are not its own',
    async subject => {
      const reading = await read(subject, {
        validators: { commits: '\u0000"', 'no such': 'x'.repeat(5000) },
      });
      checkReading(reading, subject);
      deepStrictEqual(reading.parts, (await read(subject)).parts);
    },
  ],
  [
    'asks for leave before each request',
    async subject => {
      let granted = 0;
      await read(subject, {
        spend: async () => {
          ok(
            (subject.requests() ?? 0) <= granted,
            'more requests than it had leave for',
          );
          await new Promise(resolve => {
            setTimeout(resolve, 1);
          });
          granted += 1;
        },
      });
      ok(granted > 0, 'it never asked');
      ok((subject.requests() ?? 0) <= granted, 'more than it had leave for');
    },
  ],
  [
    'makes no request without leave, and lets the refusal pass',
    async subject => {
      const spent = new RetryLaterError('The budget is spent.', {
        retryAfterMs: 1000,
      });
      const error = await failureOf(
        read(subject, {
          spend: async () => {
            throw spent;
          },
        }),
      );
      deepStrictEqual(error, spent);
      ok(!subject.requests(), 'a request');
    },
  ],
  [
    'stops where leave ends, and loses nothing that it has or throws the refusal',
    async subject => {
      for (const leave of [1, 2, 3, 4]) {
        const before = subject.requests() ?? 0;
        const result = await readWithLeave(subject, leave);
        ok(
          (subject.requests() ?? 0) - before <= leave,
          'more than it had leave for',
        );
        if ('parts' in result) {
          checkReading(result, subject);
        } else {
          deepStrictEqual(result.name, 'RetryLaterError');
        }
      }
    },
  ],
  [
    'calls nothing unchanged that it could not read the last time',
    async subject => {
      const needed = await leaveNeeded(subject);
      for (let leave = 1; leave < needed; leave++) {
        const cut = await readWithLeave(subject, leave);
        if ('parts' in cut) {
          const { validators } = cut;
          const next = await read(subject, { validators });
          for (const name of subject.source.parts) {
            ok(
              next.parts[name]?.state !== 'unchanged' ||
                cut.parts[name]?.state === 'read',
              `'${name}' after ${leave} requests`,
            );
          }
        }
      }
    },
  ],
  stoppedRule('busy', ['RetryLaterError']),
  stoppedRule('failing', ['ServiceUnavailableError', 'RetryLaterError']),
  [
    'makes no request when it is stopped before it began',
    async subject => {
      await failureOf(read(subject, { signal: AbortSignal.abort() }));
      ok(!subject.requests(), 'a request');
    },
  ],
  [
    'stops waiting when it is stopped',
    async subject => {
      if (subject.answer('hanging')) {
        const stop = new AbortController();
        setTimeout(() => stop.abort(), 50);
        const begun = Date.now();
        await failureOf(read(subject, { signal: stop.signal }));
        ok(Date.now() - begun < 5000, 'it went on for long');
      }
    },
  ],
  failureRule('absent', ['NotFoundError']),
  failureRule('refused', ['NotAllowedError']),
  failureRule('failing', ['ServiceUnavailableError', 'RetryLaterError']),
  failureRule('busy', ['RetryLaterError']),
  failureRule('nonsense', ['InputError']),
];

/** What was read stays, and the plugin learns of the failure. */
function stoppedRule(
  kind: 'failing' | 'busy',
  names: string[],
): [string, Check] {
  return [
    `throws ${names.join(
      ' or ',
    )}, or tells it, when all is ${kind} from the second request on`,
    async subject => {
      let granted = 0;
      let isAnswered = true;
      const result = await read(subject, {
        spend: async () => {
          granted += 1;
          if (granted === 2) {
            isAnswered = subject.answer(kind);
          }
        },
      }).catch(caught => caught);
      if (granted > 1 && isAnswered) {
        const error = isError(result) ? result : result.stoppedBy;
        ok(isError(error), 'nothing is said of it');
        ok(names.includes(error.name), `${error.name}: ${error.message}`);
        checkMessage(error.message, subject.secrets);
      }
    },
  ];
}

function failureRule(
  kind: 'absent' | 'refused' | 'failing' | 'busy' | 'nonsense',
  names: string[],
): [string, Check] {
  return [
    `throws ${names.join(' or ')} when everything is ${kind}`,
    async subject => {
      if (subject.answer(kind)) {
        const error = await failureOf(read(subject));
        ok(names.includes(error.name), `${error.name}: ${error.message}`);
        checkMessage(error.message, subject.secrets);
        if (error instanceof RetryLaterError) {
          ok(error.retryAfterMs >= 1000, `${error.retryAfterMs} ms`);
        }
      }
    },
  ];
}

/**
 * The rules that every `RepositorySignals` keeps, for any test runner:
 *
 * ```ts
 * it.each(repositorySignalsContract({ create }))('$title', ({ run }) => run());
 * ```
 *
 * @public
 */
export function repositorySignalsContract(options: {
  create(): Promise<RepositorySignalsContractSubject>;
}): RepositorySignalsContractRule[] {
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

async function read(
  subject: RepositorySignalsContractSubject,
  options: Partial<ReadRepositoryOptions> = {},
): Promise<RepositoryReading> {
  const { source, repository, now } = subject;
  return await source.read({
    repository,
    parts: [...source.parts],
    helpLabels: ['help wanted', 'good first issue'],
    validators: {},
    spend: async () => {},
    isBot: () => false,
    now,
    signal: new AbortController().signal,
    ...options,
  });
}

/** Requests of a whole reading. */
async function leaveNeeded(
  subject: RepositorySignalsContractSubject,
): Promise<number> {
  let granted = 0;
  await read(subject, {
    spend: async () => {
      granted += 1;
    },
  });
  return granted;
}

/** A reading that has leave for so many requests, or what it threw. */
async function readWithLeave(
  subject: RepositorySignalsContractSubject,
  leave: number,
): Promise<RepositoryReading | Error> {
  let granted = 0;
  return await read(subject, {
    spend: async () => {
      if (granted === leave) {
        throw new RetryLaterError('The budget is spent.', {
          retryAfterMs: 1000,
        });
      }
      granted += 1;
    },
  }).catch((caught: Error) => caught);
}

/** The error, and not because a rule was broken. */
async function failureOf(reading: Promise<unknown>): Promise<Error> {
  let error: unknown;
  try {
    await reading;
  } catch (caught) {
    error = caught;
  }
  if (error instanceof AssertionError) {
    throw error;
  }
  return isError(error) ? error : fail('it did not throw an error');
}

function checkMessage(text: string, secrets: readonly string[]): void {
  ok(text.length > 0 && text.length <= 1000, 'no message, or a long one');
  // eslint-disable-next-line no-control-regex -- they must not be there
  ok(!/[\u0000-\u001f\u007f]/.test(text), 'a control character in a message');
  for (const secret of secrets) {
    ok(!text.includes(secret), 'a secret in a message');
  }
}
