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

import { createPermission } from '@backstage/plugin-permission-common';

/** May see packages, licences and coverage of the components that the catalog shows. @public */
export const ospoUsageReadPermission = createPermission({
  name: 'ospo.usage.read',
  attributes: { action: 'read' },
});

/**
 * May send SBOMs. Needed, and not enough: a person also owns the component or is in the core team, a service is
 * listed in `ospo.access.ingestServices`.
 *
 * @public
 */
export const ospoSbomCreatePermission = createPermission({
  name: 'ospo.sbom.create',
  attributes: { action: 'create' },
});

/** May download a received SBOM as it came. @public */
export const ospoSbomReadPermission = createPermission({
  name: 'ospo.sbom.read',
  attributes: { action: 'read' },
});

/** May see how the sources of SBOMs are doing, over all components. Core team only. @public */
export const ospoSourceReadPermission = createPermission({
  name: 'ospo.source.read',
  attributes: { action: 'read' },
});

/** Every permission of the suite, for the registry and for policies. @public */
export const ospoPermissions = [
  ospoUsageReadPermission,
  ospoSbomCreatePermission,
  ospoSbomReadPermission,
  ospoSourceReadPermission,
];
