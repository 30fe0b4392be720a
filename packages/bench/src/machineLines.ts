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

import { cpus, loadavg, totalmem } from 'node:os';

/** What kind of machine this is, and how busy it was when we came. */
export function machineLines(): string[] {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = loadavg();
  return [
    `machine: ${processors.length} × ${model}, ${memory} GB, Node ${process.versions.node}`,
    loadLine(load),
  ];
}

function loadLine(load: number[]): string {
  const text = `load average before the start: ${load
    .map(value => value.toFixed(2))
    .join(' ')}`;
  return load[0] < 0.3
    ? text
    : `${text} (not idle: below 0.3 is wanted, read the ranges with care)`;
}
