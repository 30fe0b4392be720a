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

import { RequestTypeDefinition } from '../RequestTypeDefinition';
import { complianceInquiry } from './complianceInquiry';
import { contributeUpstream } from './contributeUpstream';
import { generalHelp } from './generalHelp';
import { joinFoundation } from './joinFoundation';
import { licenceQuestion } from './licenceQuestion';
import { openInnerSource } from './openInnerSource';
import { releaseOpenSource } from './releaseOpenSource';
import { securityHelp } from './securityHelp';
import { trainingOrTalk } from './trainingOrTalk';
import { useComponent } from './useComponent';

/** The types that come with the plugin, in the order in which they are offered. */
export const shippedRequestTypes: readonly RequestTypeDefinition[] = [
  useComponent,
  contributeUpstream,
  releaseOpenSource,
  licenceQuestion,
  openInnerSource,
  securityHelp,
  complianceInquiry,
  joinFoundation,
  trainingOrTalk,
  generalHelp,
];
