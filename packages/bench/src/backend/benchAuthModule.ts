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

import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';

const USER = 'user:default/bench';

const authenticator = createProxyAuthenticator({
  defaultProfileTransform: async () => ({ profile: {} }),
  initialize: () => undefined,
  authenticate: async () => ({ result: {} }),
});

/** Gives out real user tokens, without any proof; only ever part of the backend that is measured on this machine. */
export const benchAuthModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'bench-provider',
  register(env) {
    env.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        // The second is what the demo's front end signs in with.
        for (const providerId of ['bench', 'demo']) {
          providers.registerProvider({
            providerId,
            factory: createProxyAuthProviderFactory({
              authenticator,
              signInResolver: async (_, context) =>
                context.issueToken({
                  claims: { sub: USER, ent: [USER, 'group:default/bench'] },
                }),
            }),
          });
        }
      },
    });
  },
});
