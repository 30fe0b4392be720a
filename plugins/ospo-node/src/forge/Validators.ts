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

const DAY_MS = 24 * 60 * 60_000;
/** Weeks and counts look back from the day of reading, so nothing is called unchanged for longer than a week. */
const MAX_AGE_MS = 7 * DAY_MS;
const MAX_NUMBER = 50;
const MAX_LENGTH = 200;

/**
 * The validators of one reading: those of the last one, until a part has been read anew. Each is kept with the day on
 * which what it stands for was read.
 *
 * @public
 */
export class Validators {
  readonly #entries: Map<string, string>;
  readonly #now: Date;

  static create(options: {
    /** As the last reading gave them back. */
    previous: Readonly<Record<string, string>>;
    now: Date;
  }): Validators {
    return new Validators(options);
  }

  private constructor(options: {
    previous: Readonly<Record<string, string>>;
    now: Date;
  }) {
    this.#entries = new Map(
      Object.entries(options.previous)
        .filter(entry => isBounded(...entry))
        .slice(0, MAX_NUMBER),
    );
    this.#now = options.now;
  }

  /** What was read at most a week ago. */
  get(name: string): { etag: string; readAt: Date } | undefined {
    const entry = /^(\d{4}-\d\d-\d\d)\|(.+)$/.exec(
      this.#entries.get(name) ?? '',
    );
    if (!entry) {
      return undefined;
    }
    const readAt = new Date(entry[1]);
    const ageMs = this.#now.getTime() - readAt.getTime();
    return ageMs >= 0 && ageMs < MAX_AGE_MS
      ? { etag: entry[2], readAt }
      : undefined;
  }

  /** Without an etag the name is forgotten. */
  set(name: string, etag: string | undefined, readAt: Date = this.#now): void {
    const entry = `${readAt.toISOString().slice(0, 10)}|${etag}`;
    if (
      etag !== undefined &&
      isBounded(name, entry) &&
      (this.#entries.has(name) || this.#entries.size < MAX_NUMBER)
    ) {
      this.#entries.set(name, entry);
    } else {
      this.#entries.delete(name);
    }
  }

  /** Marks where they stand; what is answered takes back whatever is set from now on. */
  mark(): () => void {
    const before = [...this.#entries];
    return () => {
      this.#entries.clear();
      before.forEach(([name, entry]) => this.#entries.set(name, entry));
    };
  }

  toRecord(): Record<string, string> {
    return Object.fromEntries(this.#entries);
  }
}

function isBounded(name: string, value: string): boolean {
  return name.length <= MAX_LENGTH && value.length <= MAX_LENGTH;
}
