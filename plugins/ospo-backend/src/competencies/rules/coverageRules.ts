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
  CompetencyProvider,
  CoverageState,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { addDays } from '../../shared/days';

export interface CoverageOptions {
  minProviders: number;
  /** ISO 8601 date. */
  today: string;
  /** A contract that ends within so many days is ending. */
  contractEndingDays: number;
}

/** How well these providers cover what they provide; only those who can be asked count. The worst is said first. */
export function coverageOf(
  providers: readonly CompetencyProvider[],
  options: CoverageOptions,
): CoverageState {
  const { today, contractEndingDays } = options;
  const minProviders = Math.max(2, options.minProviders);
  const askable = providers.filter(provider => provider.state === 'present');
  if (askable.length === 0) {
    return 'nobody';
  }
  if (askable.length === 1) {
    return 'one';
  }
  if (askable.length < minProviders) {
    return 'too-few';
  }
  if (askable.every(provider => provider.kind === 'external')) {
    return 'external-only';
  }
  const horizon = addDays(today, contractEndingDays);
  const lasting = askable.filter(
    ({ contractEnds }) => contractEnds === undefined || contractEnds > horizon,
  );
  return lasting.length < minProviders ? 'contract-ending' : 'enough';
}
