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

import type {
  ForgeMood,
  ForgeServerRequest,
} from '@ospo-suite/backstage-plugin-ospo-node/testUtils';

/** The forges that `npm test` gives to the portal. */
export type ForgeName = 'github' | 'gitlab';

/** A request to a forge, as it comes over the wire. */
export type AskedOfForge = Omit<ForgeServerRequest, 'at'> & { at: string };

/** What would give the portal away that read it. */
export const forgeToken = process.env.OSPO_TEST_FORGE_TOKEN ?? '';

/** Lets a forge answer so from now on. */
export async function answerAll(
  forge: ForgeName,
  mood: ForgeMood,
): Promise<void> {
  await control(forge, { method: 'PUT', body: JSON.stringify(mood) });
}

/** What a forge was asked since it began, in order. */
export async function askedOf(forge: ForgeName): Promise<AskedOfForge[]> {
  return await (await control(forge)).json();
}

/** The most requests that came within any time of this length. */
export function mostWithin(asked: readonly AskedOfForge[], ms: number): number {
  const times = asked.map(({ at }) => Date.parse(at));
  return Math.max(
    0,
    ...times.map(
      from => times.filter(at => at >= from && at < from + ms).length,
    ),
  );
}

async function control(forge: ForgeName, init?: RequestInit) {
  const url = process.env.PLAYWRIGHT_FORGES_URL;
  if (!url) {
    throw new Error(
      "These tests need the forges that 'npm test' starts beside the portal",
    );
  }
  const answer = await fetch(`${url}/${forge}`, init);
  if (!answer.ok) {
    throw new Error(`The forges of the tests answer ${answer.status}`);
  }
  return answer;
}
