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
import { mockCredentials } from '@backstage/backend-test-utils';
import { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Calls one method, and names every permission that it has to ask for. */
export interface GuardedCall<Service> {
  needs: readonly string[];
  call: (
    service: Service,
    as: { credentials: BackstageCredentials },
  ) => Promise<unknown>;
}

export type PermissionTable<Service> = Record<
  keyof Service,
  GuardedCall<Service>
>;

/** Users named after the one permission that they lack, and after the only ones that they have. */
export function usersOf(calls: readonly Pick<GuardedCall<never>, 'needs'>[]) {
  const all = [...new Set(calls.flatMap(({ needs }) => needs))];
  const denied: Record<string, string[]> = {};
  for (const permission of all) {
    denied[lacking(permission)] = [permission];
  }
  for (const { needs } of calls) {
    denied[only(needs)] = all.filter(name => !needs.includes(name));
  }
  return denied;
}

/** What was answered to whoever lacks one of the permissions, and to whoever has these and no others. */
export async function refusalsOf<Service>(
  service: Service,
  { needs, call }: GuardedCall<Service>,
): Promise<{ lackingOne: string[]; withTheseOnly: string }> {
  const lackingOne: string[] = [];
  for (const permission of needs) {
    lackingOne.push(await outcomeOf(service, call, lacking(permission)));
  }
  return {
    lackingOne,
    withTheseOnly: await outcomeOf(service, call, only(needs)),
  };
}

async function outcomeOf<Service>(
  service: Service,
  call: GuardedCall<Service>['call'],
  user: string,
): Promise<string> {
  const credentials = mockCredentials.user(user as `user:${string}/${string}`);
  try {
    await call(service, { credentials });
    return 'done';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function lacking(permission: string): string {
  return `user:default/lacks.${permission}`;
}

function only(permissions: readonly string[]): string {
  return `user:default/has.${permissions.join('.')}`;
}
