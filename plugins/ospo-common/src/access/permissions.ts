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

/** May see competencies, who provides them, and who can help. @public */
export const ospoCompetencyReadPermission = createPermission({
  name: 'ospo.competency.read',
  attributes: { action: 'read' },
});

/**
 * May see coverage and load, and change agreements, rota and confirmations. Needed, and not enough: a person is also in
 * the core team, or steers the competency that it is about.
 *
 * @public
 */
export const ospoCompetencyManagePermission = createPermission({
  name: 'ospo.competency.manage',
  attributes: { action: 'update' },
});

/** May read evidence of competence; the person it is about and the core team only. @public */
export const ospoEvidenceReadPermission = createPermission({
  name: 'ospo.evidence.read',
  attributes: { action: 'read' },
});

/** May ask the office. @public */
export const ospoRequestCreatePermission = createPermission({
  name: 'ospo.request.create',
  attributes: { action: 'create' },
});

/** May read requests that are not confidential, and precedents. @public */
export const ospoRequestReadPermission = createPermission({
  name: 'ospo.request.read',
  attributes: { action: 'read' },
});

/** May work on requests; whom a request lets do what is a rule of the request. @public */
export const ospoRequestUpdatePermission = createPermission({
  name: 'ospo.request.update',
  attributes: { action: 'update' },
});

/** May decide requests; needed, and not enough: they also hold the authority that the request's type demands. @public */
export const ospoRequestDecidePermission = createPermission({
  name: 'ospo.request.decide',
  attributes: { action: 'update' },
});

/** May see inner-source projects of the entities that the catalog shows. @public */
export const ospoInnerSourceReadPermission = createPermission({
  name: 'ospo.innersource.read',
  attributes: { action: 'read' },
});

/**
 * May have a project's facts read again. Needed, and not enough: a person also owns the project or is in the core team.
 *
 * @public
 */
export const ospoInnerSourceRefreshPermission = createPermission({
  name: 'ospo.innersource.refresh',
  attributes: { action: 'update' },
});

/**
 * May send signals of a repository. Needed, and not enough: a service is also listed in
 * `ospo.innerSource.signals.services`, a person is in the core team.
 *
 * @public
 */
export const ospoInnerSourceSignalsPermission = createPermission({
  name: 'ospo.innersource.signals.create',
  attributes: { action: 'create' },
});

/** Every permission of the suite, for the registry and for policies. @public */
export const ospoPermissions = [
  ospoUsageReadPermission,
  ospoSbomCreatePermission,
  ospoSbomReadPermission,
  ospoSourceReadPermission,
  ospoCompetencyReadPermission,
  ospoCompetencyManagePermission,
  ospoEvidenceReadPermission,
  ospoRequestCreatePermission,
  ospoRequestReadPermission,
  ospoRequestUpdatePermission,
  ospoRequestDecidePermission,
  ospoInnerSourceReadPermission,
  ospoInnerSourceRefreshPermission,
  ospoInnerSourceSignalsPermission,
];
