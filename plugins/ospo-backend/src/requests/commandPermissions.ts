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

import { BasicPermission } from '@backstage/plugin-permission-common';
import {
  ospoRequestCreatePermission,
  ospoRequestDecidePermission,
  ospoRequestUpdatePermission,
  RequestCommandKind,
} from '@ospo-suite/backstage-plugin-ospo-common';

/** What a command needs by policy; what a request lets whom do is a rule of the request. */
export const commandPermissions: Record<RequestCommandKind, BasicPermission> = {
  submit: ospoRequestCreatePermission,
  withdraw: ospoRequestCreatePermission,
  reply: ospoRequestCreatePermission,
  close: ospoRequestCreatePermission,
  reopen: ospoRequestCreatePermission,
  comment: ospoRequestCreatePermission,
  'set-confidentiality': ospoRequestCreatePermission,
  require: ospoRequestUpdatePermission,
  assign: ospoRequestUpdatePermission,
  take: ospoRequestUpdatePermission,
  decline: ospoRequestUpdatePermission,
  'hand-over': ospoRequestUpdatePermission,
  'ask-back': ospoRequestUpdatePermission,
  finish: ospoRequestUpdatePermission,
  skip: ospoRequestUpdatePermission,
  reroute: ospoRequestUpdatePermission,
  decide: ospoRequestDecidePermission,
  publish: ospoRequestDecidePermission,
  unpublish: ospoRequestDecidePermission,
};
