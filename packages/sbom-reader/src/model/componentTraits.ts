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
/* eslint-disable no-bitwise -- several facts in one number */

import { SbomComponent } from '../types';
import { scopeRank } from './resolveGraph';

const SCOPE = 0b111;
const PACKAGE = 0b1000;
const LICENCE_KNOWN = 0b10000;

/** What counting and relating need of a component, as one number. */
export function traitsOf(component: SbomComponent): number {
  const { declared, concluded } = component;
  return (
    scopeRank(component.scope) |
    (component.isPackage ? PACKAGE : 0) |
    (declared.status === 'known' || concluded.status === 'known'
      ? LICENCE_KNOWN
      : 0)
  );
}

export function scopeRankIn(traits: number): number {
  return traits & SCOPE;
}

export function isPackageIn(traits: number): boolean {
  return (traits & PACKAGE) !== 0;
}

export function isLicenceKnownIn(traits: number): boolean {
  return (traits & LICENCE_KNOWN) !== 0;
}
