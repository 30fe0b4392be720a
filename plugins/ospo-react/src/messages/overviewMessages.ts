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

/** Words of the Overview tab and the home page widget. */
export const overviewMessages = {
  overview: {
    searchLabel: 'Search packages, licences and components',
    searchPlaceholder: 'For example lodash, MIT or a component',
    results_one: '{{count, number}} result',
    results_other: '{{count, number}} results',
    noResults: 'Nothing found for "{{q}}"',
    noResultsHint:
      'Try a part of the name or of the package URL. Only components with an SBOM can be searched by package.',
    allPackages: 'All packages that match',
    allLicences: 'All licences that match',
    allComponents: 'All components that match',
    usedBy_one: 'used by {{count, number}} component',
    usedBy_other: 'used by {{count, number}} components',
    totals: 'What we use',
    packages: 'Packages',
    packagesHint: '{{versions}} versions, each package counted once',
    usages: 'Usages',
    usagesHint: 'package versions in components',
    direct: '{{value}} direct',
    transitive: '{{value}} transitive',
    relationUnknown: '{{value}} relation unknown',
    licences: 'Licences',
    licencesHint: 'different licence expressions',
    licenceKnown_one: '{{count, number}} usage known',
    licenceKnown_other: '{{count, number}} usages known',
    licenceUnknown_one: '{{count, number}} usage unknown',
    licenceUnknown_other: '{{count, number}} usages unknown',
    coverage: 'Coverage',
    coverageLong: 'Components with an SBOM',
    coverageHint: 'of {{total}} components have an SBOM',
    coverageWithout: '{{value}} without',
    attention: 'Needs attention',
    attentionNone: 'Nothing needs attention right now.',
    attentionCount_one: '{{count, number}} component',
    attentionCount_other: '{{count, number}} components',
    topPackages: 'Most used packages',
    licenceDistribution: 'Licences by usage',
    ecosystems: 'Ecosystems by package',
    trend: 'Over time',
    trendNone: 'No trend yet',
    trendEmpty: 'A trend shows after SBOMs arrived on two different days.',
    trendChange: '{{change}} since {{date}}',
    showTable: 'Show as table',
    showChart: 'Show as chart',
    seeAll: 'See all',
  },
  attention: {
    noOwner: 'No owner',
    noOwnerHint: 'Nobody can be asked about them.',
    ownerMissing: 'Owner is not in the catalog',
    ownerMissingHint: 'The team moved or was renamed.',
    noSbom: 'No SBOM',
    noSbomHint: 'We do not know what they use.',
    sbomFailed: 'SBOM failed',
    sbomFailedHint: 'The last attempt to read one failed.',
    sbomStale: 'SBOM out of date',
    sbomStaleHint: 'What they use now may differ.',
    licenceUnknown: 'Packages with unknown licence',
    licenceUnknownHint: 'Terms cannot be checked.',
  },
  start: {
    title: 'No SBOM has arrived yet',
    text: 'An SBOM lists the open source packages that a component uses. Send the first one in one of these ways, and it shows here at once.',
    upload: 'Upload a file',
    uploadHint:
      'Open a component in the catalog, choose the tab Open source, and drop a CycloneDX or SPDX file on it.',
    otherTitle: 'Other ways to send it',
    curl: 'Send it from a pipeline',
    annotation: 'Let the portal read it',
    annotationHint:
      'Add this annotation to the catalog file, beside the SBOM in the same repository.',
    components: 'Show components without an SBOM',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed:
      'The browser does not let this page copy. The text is selected: copy it with the keyboard.',
  },
  widget: {
    title: 'Open source in my components',
    none: 'You own no components',
    noneHint: 'Components of your teams show here.',
    fine_one: 'Your component needs nothing right now.',
    fine_other: 'Your {{count, number}} components need nothing right now.',
    need_one: '{{count, number}} of {{total}} components needs attention',
    need_other: '{{count, number}} of {{total}} components need attention',
    first: 'Counted over your first {{value}} components.',
    all: 'Show all my components',
  },
} as const;
