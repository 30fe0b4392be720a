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

import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createBackend } from '@backstage/backend-defaults';
import { BackendFeature } from '@backstage/backend-plugin-api';
import { allowAllModule } from './allowAllModule';
import { benchAuthModule } from './benchAuthModule';
import { benchCatalogModule } from './benchCatalogModule';
import { catalogStandIn } from './catalogStandIn';
import { BackendMessage, BackendOrder } from './messages';
import { pingPlugin } from './pingPlugin';

/**
 * Runs a Backstage backend that is measured from outside; it answers its parent's orders about the event loop. The
 * plugin that is measured comes as a function, so that without it not even its code is loaded.
 */
export async function runMeasuredBackend(options: {
  plugin: () => Promise<{ default: BackendFeature }>;
}): Promise<void> {
  const backend = createBackend();
  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(benchAuthModule);
  backend.add(import('@backstage/plugin-permission-backend'));
  backend.add(allowAllModule);
  if (process.env.BENCH_CATALOG) {
    backend.add(import('@backstage/plugin-catalog-backend'));
    backend.add(
      benchCatalogModule(
        JSON.parse(readFileSync(process.env.BENCH_CATALOG, 'utf8')),
      ),
    );
  } else {
    backend.add(
      catalogStandIn({
        components: Number(process.env.BENCH_COMPONENTS),
        withOffice: process.env.BENCH_OFFICE === '1',
      }),
    );
  }
  backend.add(pingPlugin);
  if (process.env.BENCH_APP === '1') {
    backend.add(import('@backstage/plugin-app-backend'));
  }
  if (process.env.BENCH_WITHOUT_PLUGIN !== '1') {
    backend.add(options.plugin());
  }
  await backend.start();

  const delays = monitorEventLoopDelay({ resolution: 2 });
  delays.enable();
  process.on('message', (order: BackendOrder) => {
    if (order === 'forget-delays') {
      delays.reset();
      tell({ kind: 'forgotten' });
    } else {
      // Nanoseconds.
      tell({ kind: 'delays', p99: delays.percentile(99) / 1e6 });
    }
  });
  // Milliseconds since the process began.
  tell({ kind: 'ready', ms: performance.now() });
}

function tell(message: BackendMessage) {
  process.send?.(message);
}
