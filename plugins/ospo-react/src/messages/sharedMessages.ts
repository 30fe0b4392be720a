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

/** Words that several screens use. */
export const sharedMessages = {
  page: {
    title: 'Open source program office',
    overview: 'Overview',
    openSource: 'Open source',
    competencies: 'Competencies',
    requests: 'Requests',
    innerSource: 'Inner source',
  },
  ask: {
    button: 'Ask the office',
    about: 'Ask the office about {{name}}',
  },
  nav: {
    label: 'Open source views',
    packages: 'Packages',
    licences: 'Licences',
    components: 'Components',
    coverage: 'Coverage',
    back: 'Back to the list',
  },
  face: {
    loading: 'Loading',
    failed: 'This could not be loaded',
    notFound: 'Not found',
    notFoundHint:
      'It is not used by any component that you can see, or it does not exist.',
    denied: 'You are not allowed to see this',
    deniedHint: 'Ask the open source program office for access if you need it.',
    retry: 'Try again',
    unknown: 'unknown',
    none: 'none',
  },
  basis: {
    coverage_one: 'Of {{count, number}} component, {{withSbom}} have an SBOM.',
    coverage_other:
      'Of {{count, number}} components, {{withSbom}} have an SBOM.',
    oldest: 'The oldest was received {{date}}.',
    asOf: 'As of {{date}}.',
    visible: 'Only components that you can see in the catalog are counted.',
  },
  word: {
    direct: 'direct',
    transitive: 'transitive',
    unknown: 'unknown',
    runtime: 'runtime',
    dev: 'development',
    test: 'test',
    optional: 'optional',
    build: 'build',
    provided: 'provided',
    excluded: 'excluded',
    current: 'up to date',
    stale: 'out of date',
    failed: 'failed',
    none: 'no SBOM',
    error: 'error',
    warning: 'warning',
    info: 'note',
    push: 'sent by a pipeline',
    upload: 'uploaded',
    annotation: 'read from the catalog annotation',
  },
  licence: {
    absent: 'not stated',
    noassertion: 'no assertion',
    noneStated: 'stated as none',
    text: 'not recognised',
    invalid: 'not a valid expression',
    absentHint: 'The SBOM says nothing about a licence.',
    noassertionHint: 'The SBOM says that no assertion is made.',
    noneHint: 'The SBOM states that there is no licence.',
    textHint:
      'The SBOM holds a text that is not a known licence name. It counts as unknown.',
    invalidHint:
      'The SBOM holds an expression that cannot be read. It counts as unknown.',
    knownHint: 'An SPDX licence expression.',
    mappedFrom: 'Read from the spelling "{{raw}}".',
    spdx: 'Licence text at spdx.org',
  },
  field: {
    package: 'Package',
    version: 'Version',
    versions: 'Versions',
    ecosystem: 'Ecosystem',
    licence: 'Licence',
    licences: 'Licences',
    component: 'Component',
    components: 'Components',
    directly: 'Directly',
    owner: 'Owner',
    system: 'System',
    lifecycle: 'Lifecycle',
    type: 'Type',
    relation: 'Relation',
    scope: 'Scope',
    since: 'Since',
    target: 'Target',
    stream: 'Stream',
    sbom: 'SBOM',
    lastSbom: 'Last SBOM',
    packages: 'Packages',
    usages: 'Usages',
    licenceUnknown: 'Licence unknown',
    day: 'Day',
    ownerState: 'Owner state',
    coverage: 'Coverage',
  },
  list: {
    search: 'Search',
    filters: 'Filters',
    sort: 'Sort by',
    any: 'All',
    clear: 'Clear search and filters',
    active: 'Active filters',
    csv: 'Download as CSV',
    csvFailed: 'The file could not be made',
    next: 'Next page',
    previous: 'Previous page',
    first: 'First page',
    page: 'Page {{page, number}}',
    pages: 'Pages',
    count_one: '{{count, number}} row',
    count_other: '{{count, number}} rows',
    atLeast: 'At least {{value}} rows',
    shown_one: '{{count, number}} row on this page',
    shown_other: '{{count, number}} rows on this page',
    empty: 'Nothing matches',
    emptyHint: 'Change the search or remove a filter.',
    noOwner: 'No owner',
    ownerMissing: 'not in the catalog',
    noneGiven: 'None given',
    missing: 'not in the catalog',
    weak: 'Known by name only: no SBOM gave a package URL, so this may be several packages of the same name.',
    weakLabel: 'by name only',
    scroll: '{{name}}, scrolls sideways',
  },
  sort: {
    components: 'Most used',
    packages: 'Most packages',
    name: 'Name',
    lastSbom: 'Oldest SBOM',
  },
} as const;
