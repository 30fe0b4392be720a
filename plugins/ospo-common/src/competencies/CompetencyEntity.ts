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

import { Entity } from '@backstage/catalog-model';
import { COMPETENCY_API_VERSION } from '../catalogAnnotations';
import { Competency, CompetencyProvider } from './types';
import { CompetencyAuthority, CompetencyType } from './words';

/** Catalog kind of a competency. @public */
export const COMPETENCY_KIND = 'Competency';

/** From a competency to who provides it. @public */
export const RELATION_COMPETENCY_PROVIDED_BY = 'competencyProvidedBy';

/** From a group or user to a competency that it provides. @public */
export const RELATION_PROVIDES_COMPETENCY = 'providesCompetency';

/** A competency as it stands in Git. `readCompetencyEntity` checks it and fills in what is not said. @public */
export interface CompetencyEntity extends Entity {
  apiVersion: typeof COMPETENCY_API_VERSION;
  kind: typeof COMPETENCY_KIND;
  spec: {
    type: CompetencyType;
    /** Group or user who steers it. */
    owner?: string;
    /** The competency that this one is a part of. */
    partOf?: string;
    /** Providers that the office wants, at least; 2 when not said. */
    minProviders?: number;
    providers?: CompetencyProviderSpec[];
    /** Ids of request types that bring this competency in. */
    requestTypes?: string[];
    /** Clauses and codes of other frames: `iso5230: ['3.1.2']`. */
    externalIds?: { [frame: string]: string[] };
  };
}

/** @public */
export type CompetencyProviderSpec = {
  /** Group or user. */
  ref: string;
  authority: CompetencyAuthority;
  scope?: {
    /** Groups; their descendants are included. */
    businessUnits?: string[];
    /** ISO 3166-1 alpha-2, upper case. */
    countries?: string[];
    /** ISO 639-1, lower case. */
    languages?: string[];
    technologies?: string[];
    /** May be given confidential requests. */
    confidential?: boolean;
  };
  /** 1 is asked first; 5 when not said. */
  priority?: number;
  hoursPerMonth?: number;
  /** Is paid for or called only when asked. */
  onDemand?: boolean;
};

/** What an entity says of one provider, with a full ref and the defaults filled in. @public */
export type ProviderDeclaration = Pick<
  CompetencyProvider,
  'ref' | 'authority' | 'scope' | 'priority' | 'hoursPerMonth' | 'onDemand'
>;

/** What a Competency entity says, with full refs and the defaults filled in. @public */
export type CompetencyDeclaration = Pick<
  Competency,
  | 'type'
  | 'ownerRef'
  | 'partOf'
  | 'minProviders'
  | 'requestTypes'
  | 'externalIds'
> & { providers: ProviderDeclaration[] };

/** @public */
export function isCompetencyEntity(entity: Entity): entity is CompetencyEntity {
  return (
    entity.apiVersion === COMPETENCY_API_VERSION &&
    entity.kind === COMPETENCY_KIND
  );
}
