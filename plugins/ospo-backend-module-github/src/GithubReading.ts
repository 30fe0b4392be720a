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

import {
  ForgeClient,
  isBotName,
  ReadRepositoryOptions,
  Validators,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { z } from 'zod';

/** What each part of one reading works with. */
export interface GithubReading
  extends Omit<ReadRepositoryOptions, 'validators'> {
  client: ForgeClient;
  /** Path of the repository in the API. */
  base: string;
  validators: Validators;
  /** Commits of 52 weeks with merges, once they have been listed. */
  listed?: { shas: Map<string, string>; complete: boolean };
}

/** Null, or without anything in it, where the account is gone, and where GitHub does not know whose address it is. */
export const userSchema = z
  .object({ login: z.string().nullish(), type: z.string().nullish() })
  .nullish()
  .transform(user =>
    user?.login ? { login: user.login, type: user.type } : undefined,
  );

/** By the type of the account, which apps have too, or by its name. */
export function isBotUser(
  user: z.infer<typeof userSchema>,
  isBot: (login: string) => boolean,
): boolean {
  return user ? user.type === 'Bot' || isBotName(user.login, isBot) : false;
}
