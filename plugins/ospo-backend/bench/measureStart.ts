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
  Figure,
  interleave,
  MeasuredBackend,
  MeasuredBackendOptions,
  median,
  number,
  Rounds,
  summarise,
} from 'bench';

/** P25: how much longer a backend takes to be ready when our plugin is in it, with the data there. */
export async function measureStart(options: {
  backend: Omit<MeasuredBackendOptions, 'withPlugin'>;
  rounds: Rounds;
}): Promise<Figure> {
  const start = async (withPlugin: boolean) => {
    const backend = await MeasuredBackend.start({
      ...options.backend,
      withPlugin,
    });
    await backend.stop();
    return backend.startMs;
  };
  const times = await interleave(
    { without: () => start(false), with: () => start(true) },
    options.rounds,
  );
  return {
    id: 'P25',
    on: `PostgreSQL, ${options.backend.components.toLocaleString(
      'en-GB',
    )} components`,
    judged: true,
    measured: summarise(
      times.with.map((ms, round) => ms - times.without[round]),
    ),
    note: `${number(median(times.with))} against ${number(
      median(times.without),
    )} ms from the start of the process`,
  };
}
