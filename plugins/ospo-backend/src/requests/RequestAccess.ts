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
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { BasicPermission } from '@backstage/plugin-permission-common';
import {
  ospoRequestReadPermission,
  ospoRequestUpdatePermission,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { OfficeCaller, OfficeCallers } from '../access';
import { DirectorySnapshot } from '../competencies';
import { RequestActor } from './rules/RequestActor';
import { CORE_TEAM, participantsOf } from './rules/nextStep';
import { RequestRecord } from './rules/RequestRecord';
import { seesSubject } from './seesSubject';
import { StoredRequest } from './store/StoredRequest';
import { Viewer } from './store/Viewer';

export interface AsCaller {
  credentials: BackstageCredentials;
}

/** A user, who alone can ask for something and work on it. */
export type Person = OfficeCaller & { userRef: string };

/** Who may read and change requests. Absent and hidden requests answer alike. */
export class RequestAccess {
  readonly #callers: OfficeCallers;
  readonly #readServices: ReadonlySet<string>;

  private constructor(options: RequestAccessOptions) {
    this.#callers = options.callers;
    this.#readServices = new Set(options.readServices);
  }

  static create(options: RequestAccessOptions): RequestAccess {
    return new RequestAccess(options);
  }

  /** May read what names nobody: types and precedents. */
  async reader({ credentials }: AsCaller): Promise<OfficeCaller> {
    const caller = await this.#callers.enter(credentials);
    caller.require(ospoRequestReadPermission);
    return caller;
  }

  /** May read requests; a service does when the configuration lists it. */
  async requestReader(as: AsCaller): Promise<OfficeCaller> {
    const caller = await this.reader(as);
    if (
      caller.userRef === undefined &&
      !this.#readServices.has(caller.serviceSubject ?? '')
    ) {
      throw new NotAllowedError(
        `The service '${caller.serviceSubject}' may not read requests; list it in 'ospo.requests.readServices' of the configuration`,
      );
    }
    return caller;
  }

  /** A user with this permission who may read requests. */
  async person(as: AsCaller, permission: BasicPermission): Promise<Person> {
    const caller = await this.reader(as);
    caller.require(permission);
    if (caller.userRef === undefined) {
      throw new NotAllowedError(
        'Services ask for nothing and work on nothing; sign in as a person',
      );
    }
    return { ...caller, userRef: caller.userRef };
  }

  async coreTeam(as: AsCaller): Promise<OfficeCaller> {
    const caller = await this.reader(as);
    caller.requireCoreTeam(ospoRequestUpdatePermission);
    return caller;
  }

  /** Throws a NotFoundError when the caller may not know of it. */
  async requireReadable(
    stored: StoredRequest | undefined,
    id: string,
    caller: OfficeCaller,
  ): Promise<StoredRequest> {
    if (!stored || !(await this.#mayRead(stored, caller))) {
      throw new NotFoundError(`No request '${id}' that you may read was found`);
    }
    return stored;
  }

  async #mayRead(
    { record, content }: StoredRequest,
    caller: OfficeCaller,
  ): Promise<boolean> {
    if (record.requesterRef === caller.userRef) {
      return true;
    }
    if (record.state === 'draft') {
      return false;
    }
    if (takesPart(record, caller)) {
      return true;
    }
    if (record.confidentiality === 'confidential') {
      return false;
    }
    return await seesSubject(content.subject, caller);
  }
}

export interface RequestAccessOptions {
  callers: OfficeCallers;
  readServices: readonly string[];
}

/** Requester, those who were asked or hold a part of it, and the core team: they see all of it. */
export function takesPart(
  record: RequestRecord,
  caller: OfficeCaller,
): boolean {
  return (
    caller.isCoreTeam ||
    participantsOf(record).some(ref => caller.claims.has(ref))
  );
}

export function viewerOf(caller: OfficeCaller): Viewer {
  return {
    userRef: caller.userRef,
    claims: caller.isCoreTeam
      ? [...caller.claims, CORE_TEAM]
      : [...caller.claims],
    isCoreTeam: caller.isCoreTeam,
  };
}

/** The caller as the rules of a request know them. */
export function actorOf(
  caller: OfficeCaller,
  record: RequestRecord,
  snapshot: DirectorySnapshot,
): RequestActor {
  const steers = record.items
    .map(item => item.competencyRef)
    .filter(ref => {
      const ownerRef = snapshot.competencies.get(ref)?.ownerRef;
      return ownerRef !== undefined && caller.claims.has(ownerRef);
    });
  return {
    ref: caller.userRef ?? '',
    claims: caller.claims,
    isCoreTeam: caller.isCoreTeam,
    steers: new Set(steers),
  };
}
