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

/**
 * Seeded data, measuring harness, floors and peers of the benchmarks. Never published.
 *
 * @packageDocumentation
 */
export { BENCH_SEED, SeededRandom } from './SeededRandom';
export { Landscape } from './Landscape';
export type { SeededComponent, SeededPackage } from './Landscape';
export { writeSeededSbom } from './writeSeededSbom';
export { writeLargeCycloneDx } from './writeLargeCycloneDx';
export { goalIds, goals, meansGoal } from './goals';
export type { Goal, GoalId } from './goals';
export { isReached, SLACK } from './Figure';
export type { Figure } from './Figure';
export { formatReached, formatTable, number } from './formatTable';
export { findBroken, judge } from './judge';
export { knownMisses } from './knownMisses';
export { machineLines } from './machineLines';
export { median, percentile, ratios, summarise } from './statistics';
export type { Summary } from './statistics';
export {
  FULL_ROUNDS,
  interleave,
  REDUCED_ROUNDS,
  timed,
  timedEach,
} from './interleave';
export type { Rounds } from './interleave';
export { HttpLoad } from './HttpLoad';
export type { HttpAnswer, HttpLoadResult, HttpRequest } from './HttpLoad';
export { measureReading } from './reader/measureReading';
export { measurePeakMemory } from './reader/measurePeakMemory';
export { measureLicences } from './reader/measureLicences';
export { measureFrontEnd } from './frontEnd/measureFrontEnd';
export { measureTyping } from './browser/measureTyping';
export type { TypingTimes } from './browser/measureTyping';
export { servePortal } from './browser/servePortal';
export { INGEST_TOKEN, MeasuredBackend } from './backend/MeasuredBackend';
export type { MeasuredBackendOptions } from './backend/MeasuredBackend';
export { CatalogTables } from './catalog/CatalogTables';
export { copyBinary } from './postgres/copyBinary';
export type { CopyColumn } from './postgres/copyBinary';
