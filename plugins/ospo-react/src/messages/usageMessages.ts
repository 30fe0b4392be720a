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

/** Words of the Open source tab. */
export const usageMessages = {
  packages: {
    title: 'Packages',
    intro: 'Every open source package found in a current SBOM.',
    searchPlaceholder: 'Any part of the name or package URL',
    none: 'No packages yet',
  },
  package: {
    usedBy: 'Who uses it',
    usedBySummary_one:
      'Used by {{count, number}} component, {{direct}} of them directly.',
    usedBySummary_other:
      'Used by {{count, number}} components, {{direct}} of them directly.',
    firstSeen: 'First seen {{date}}.',
    versions: 'Versions',
    moreVersions: 'Only the most used versions are listed.',
    noVersion: 'version unknown',
    filterVersion: 'Show who uses {{version}}',
    purl: 'Package URL',
    scope: 'scope {{scope}}',
  },
  licences: {
    title: 'Licences',
    intro:
      'Licences as stated in current SBOMs. What was not understood is listed as written.',
    searchPlaceholder: 'Any part of the expression or text',
    packages: 'Packages under this licence',
    summary_one: '{{count, number}} usage in {{components}}, {{packages}}.',
    summary_other: '{{count, number}} usages in {{components}}, {{packages}}.',
    componentCount_one: '{{count, number}} component',
    componentCount_other: '{{count, number}} components',
    packageCount_one: '{{count, number}} package',
    packageCount_other: '{{count, number}} packages',
  },
  components: {
    title: 'Components',
    intro:
      'Everything in the catalog that could have an SBOM, and what is known of it.',
    searchPlaceholder: 'Any part of the name',
    none: 'The catalog has no components yet',
    noneHint:
      'Components appear here as soon as they are registered in the catalog.',
    licenceUnknownOnly: 'With unknown licences',
  },
  coverage: {
    title: 'Coverage',
    intro:
      'Who sends SBOMs, how old they are, and who never appears. A row leads to its components.',
    by: 'Group by',
    owners: 'Owner',
    systems: 'System',
    types: 'Type',
    lifecycles: 'Lifecycle',
    ages: 'Age of the newest SBOM',
    under30: 'under 30 days',
    under90: '30 to 90 days',
    under365: '90 days to a year',
    older: 'over a year',
    neverHint_one: '{{count, number}} group has no SBOM at all.',
    neverHint_other: '{{count, number}} groups have no SBOM at all.',
    onlyNever: 'Only groups without any SBOM',
    of: 'of {{total}} components',
    legend: 'State of the components',
  },
} as const;
