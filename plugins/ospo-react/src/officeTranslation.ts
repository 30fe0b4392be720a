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
import { askMessages } from './messages/askMessages';
import { commandMessages } from './messages/commandMessages';
import { competenciesMessages } from './messages/competenciesMessages';
import { officeMessages } from './messages/officeMessages';
import { profileMessages } from './messages/profileMessages';
import { requestsMessages } from './messages/requestsMessages';

/**
 * Every word of the office's own screens: competencies and requests. Apart from {@link ospoTranslationRef}, so that
 * whoever looks at packages does not load them.
 *
 * @public
 */
export const ospoOfficeTranslationRef = createTranslationRef({
  id: 'plugin.ospo.office',
  messages: {
    ...officeMessages,
    ...competenciesMessages,
    ...profileMessages,
    ...requestsMessages,
    ...commandMessages,
    ...askMessages,
  },
  translations: { sv: () => import('./translations/svOffice') },
});
