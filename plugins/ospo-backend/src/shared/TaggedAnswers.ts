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

import { Request, Response } from 'express';
import { BoundedCache } from './BoundedCache';
import { entityTag, matchesEntityTag } from './entityTag';

/** Bytes of answers that are kept ready to send. */
const MAX_BYTES = 16 * 1024 * 1024;
const MAX_BYTES_EACH = 2 * 1024 * 1024;
const KEPT_MS = 30_000;
/** Conditional requests that are remembered. */
const MAX_RECENT = 20_000;
/** For so long an answer that a caller was given may be called unchanged without asking again what they may do. */
const RECENT_MS = 5_000;

/** What an answer depends on, its address aside. */
export interface AnswerState {
  /** Who asked; equal for all requests of one principal. */
  principal: string;
  /** Counts up whenever anything stored changes. */
  generation: number;
  /** Whatever else the answer depends on: what the caller may see, and the day. */
  scope: string;
  /** The same for everybody in this scope, so that the serialised answer may be kept. */
  isShared: boolean;
}

/**
 * Answers JSON with an entity tag that is known before anything is computed, and remembers what it sent: "unchanged"
 * costs no query, and a shared answer is serialised once a generation.
 */
export class TaggedAnswers {
  readonly #bodies: BoundedCache<Buffer>;
  readonly #recent: BoundedCache<number>;

  private constructor(now: () => number) {
    this.#bodies = BoundedCache.create({ maxSize: MAX_BYTES, now });
    this.#recent = BoundedCache.create({ maxSize: MAX_RECENT, now });
  }

  static create(options: { now: () => number }): TaggedAnswers {
    return new TaggedAnswers(options.now);
  }

  /**
   * Answers 304 to a caller who holds just what this very address gave them seconds ago, as long as nothing changed
   * since. It tells them nothing but that, so it needs no new look at their permissions.
   */
  sendUnchanged(
    req: Request,
    res: Response,
    state: Pick<AnswerState, 'principal' | 'generation'>,
  ): boolean {
    const tag = req.headers['if-none-match'];
    if (
      tag === undefined ||
      this.#recent.get(recentKey(req, state.principal, tag)) !==
        state.generation
    ) {
      return false;
    }
    send304(res, tag);
    return true;
  }

  async send(
    req: Request,
    res: Response,
    state: AnswerState,
    produce: () => Promise<unknown>,
  ): Promise<void> {
    const tag = entityTag([state.generation, state.scope, req.originalUrl]);
    if (matchesEntityTag(req.headers['if-none-match'], tag)) {
      this.#remember(req, state, tag);
      send304(res, tag);
      return;
    }
    const kept = state.isShared ? this.#bodies.get(tag) : undefined;
    const body = kept ?? Buffer.from(JSON.stringify(await produce()));
    if (state.isShared && !kept && body.length <= MAX_BYTES_EACH) {
      this.#bodies.set(tag, body, { ttlMs: KEPT_MS, size: body.length });
    }
    this.#remember(req, state, tag);
    setCaching(res, tag);
    res.type('application/json').send(body);
  }

  #remember(req: Request, state: AnswerState, tag: string): void {
    this.#recent.set(recentKey(req, state.principal, tag), state.generation, {
      ttlMs: RECENT_MS,
    });
  }
}

function recentKey(req: Request, principal: string, tag: string): string {
  return JSON.stringify([principal, req.originalUrl, tag]);
}

function send304(res: Response, tag: string): void {
  setCaching(res, tag);
  res.status(304).end();
}

function setCaching(res: Response, tag: string): void {
  res.setHeader('ETag', tag);
  res.setHeader('Cache-Control', 'private, no-cache');
  res.setHeader('Vary', 'Authorization');
}
