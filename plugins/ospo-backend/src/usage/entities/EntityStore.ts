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

import { EntityFacts } from './entityFacts';

export type OwnerState = 'present' | 'missing' | 'none';

/** An entity that the store has, as far as a reconcile needs it. */
export interface KnownEntity {
  id: number;
  entityRef: string;
  factsHash: string;
  ownerRef: string | undefined;
  ownerState: OwnerState;
  isGone: boolean;
  /** When its facts were last written. */
  seenAt: string;
}

/** An entity whose facts differ from the stored ones. */
export interface EntityChange {
  facts: EntityFacts;
  factsHash: string;
  ownerState: OwnerState;
}

/** An entity that could not be written. */
export interface RefusedEntity {
  entityRef: string;
  error: unknown;
}

/** The mirror's own rows: entities, and the places that their SBOMs are read from. */
export interface EntityStore {
  /** Everything the mirror has, gone entities among them. */
  listKnown(): Promise<KnownEntity[]>;
  findKnown(entityRef: string): Promise<KnownEntity | undefined>;
  /**
   * Writes facts and places together; leaves `gone_at` as it is. Gives the entities that the database does not take,
   * which keep nobody else's from being written; rejects when the fault is not in what one of them says.
   */
  write(changes: EntityChange[], seenAt: string): Promise<RefusedEntity[]>;
  setOwnerStates(
    changes: { id: number; ownerState: OwnerState }[],
  ): Promise<void>;
}
