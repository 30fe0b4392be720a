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
  ComponentPackage,
  LicenceRef,
  PackageUsage,
  UsageComponent,
  UsageLicence,
  UsagePackage,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { CsvColumns } from '../shared/sendCsv';

function licenceText(licence: LicenceRef | undefined): string | undefined {
  return licence && (licence.expression ?? licence.raw ?? licence.status);
}

export const packageColumns: CsvColumns<UsagePackage> = {
  key: row => row.key,
  ecosystem: row => row.ecosystem,
  namespace: row => row.namespace,
  name: row => row.name,
  components: row => row.components,
  direct: row => row.direct,
  versions: row => row.versions,
  licences: row => row.licences.map(licenceText).join('; '),
  weak: row => row.weak,
};

export const licenceColumns: CsvColumns<UsageLicence> = {
  licence: licenceText,
  status: row => row.status,
  components: row => row.components,
  packages: row => row.packages,
  usages: row => row.usages,
};

export const componentColumns: CsvColumns<UsageComponent> = {
  component: row => row.entityRef,
  title: row => row.title,
  type: row => row.type,
  lifecycle: row => row.lifecycle,
  owner: row => row.ownerRef,
  ownerState: row => row.ownerState,
  system: row => row.systemRef,
  sbomState: row => row.sbomState,
  lastSbomAt: row => row.lastSbomAt,
  packages: row => row.counts?.packages,
  direct: row => row.counts?.direct,
  transitive: row => row.counts?.transitive,
  relationUnknown: row => row.counts?.relationUnknown,
  licenceKnown: row => row.counts?.licenceKnown,
  licenceUnknown: row => row.counts?.licenceUnknown,
};

export const usageColumns: CsvColumns<PackageUsage> = {
  component: row => row.component.entityRef,
  title: row => row.component.title,
  owner: row => row.component.ownerRef,
  ownerState: row => row.component.ownerState,
  system: row => row.component.systemRef,
  type: row => row.component.type,
  lifecycle: row => row.component.lifecycle,
  target: row => row.target,
  stream: row => row.stream,
  version: row => row.version,
  purl: row => row.purl,
  relation: row => row.relation,
  scope: row => row.scope,
  licence: row => licenceText(row.licence),
  licenceStatus: row => row.licence.status,
  since: row => row.since,
};

export const componentPackageColumns: CsvColumns<ComponentPackage> = {
  key: row => row.key,
  ecosystem: row => row.ecosystem,
  namespace: row => row.namespace,
  name: row => row.name,
  version: row => row.version,
  purl: row => row.purl,
  target: row => row.target,
  stream: row => row.stream,
  relation: row => row.relation,
  scope: row => row.scope,
  licence: row => licenceText(row.licence),
  licenceStatus: row => row.licence.status,
  declared: row => licenceText(row.declared),
  concluded: row => licenceText(row.concluded),
  since: row => row.since,
};
