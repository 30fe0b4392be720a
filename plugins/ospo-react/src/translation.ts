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

import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { entityMessages } from './messages/entityMessages';
import { overviewMessages } from './messages/overviewMessages';
import { sharedMessages } from './messages/sharedMessages';
import { usageMessages } from './messages/usageMessages';

/**
 * Every word that the OSPO screens show. It lives here and not in the plugin's own entries, because an app loads those
 * at start-up and the words only when a screen opens.
 *
 * @public
 */
export const ospoTranslationRef = createTranslationRef({
  id: 'plugin.ospo',
  messages: {
    ...sharedMessages,
    ...overviewMessages,
    ...usageMessages,
    ...entityMessages,
  },
  translations: { sv: () => import('./translations/sv') },
});
