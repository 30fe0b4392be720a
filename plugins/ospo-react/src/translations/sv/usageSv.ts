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

/** Swedish; see `usageMessages`. */
export const usageSv = {
  'packages.title': 'Paket',
  'packages.intro': 'Alla paket med öppen källkod som finns i en aktuell SBOM.',
  'packages.searchPlaceholder': 'Någon del av namnet eller paket-URL:en',
  'packages.none': 'Inga paket än',
  'package.usedBy': 'Vilka som använder det',
  'package.usedBySummary_one':
    'Används av {{count, number}} komponent, {{direct}} av dem direkt.',
  'package.usedBySummary_other':
    'Används av {{count, number}} komponenter, {{direct}} av dem direkt.',
  'package.firstSeen': 'Först sett {{date}}.',
  'package.versions': 'Versioner',
  'package.moreVersions': 'Bara de mest använda versionerna visas.',
  'package.noVersion': 'okänd version',
  'package.filterVersion': 'Visa vilka som använder {{version}}',
  'package.purl': 'Paket-URL',
  'package.scope': 'omfattning {{scope}}',
  'licences.title': 'Licenser',
  'licences.intro':
    'Licenser så som de anges i aktuella SBOM:er. Det som inte gick att tolka visas som det är skrivet.',
  'licences.searchPlaceholder': 'Någon del av uttrycket eller texten',
  'licences.packages': 'Paket under licensen',
  'licences.summary_one':
    '{{count, number}} användning i {{components}}, {{packages}}.',
  'licences.summary_other':
    '{{count, number}} användningar i {{components}}, {{packages}}.',
  'licences.componentCount_one': '{{count, number}} komponent',
  'licences.componentCount_other': '{{count, number}} komponenter',
  'licences.packageCount_one': '{{count, number}} paket',
  'licences.packageCount_other': '{{count, number}} paket',
  'components.title': 'Komponenter',
  'components.intro':
    'Allt i katalogen som kan ha en SBOM, och vad som är känt om det.',
  'components.searchPlaceholder': 'Någon del av namnet',
  'components.none': 'Katalogen har inga komponenter än',
  'components.noneHint': 'Komponenter visas här så snart de finns i katalogen.',
  'components.licenceUnknownOnly': 'Med okända licenser',
  'coverage.title': 'Täckning',
  'coverage.intro':
    'Vilka som skickar SBOM:er, hur gamla de är och vilka som aldrig syns. En rad leder till sina komponenter.',
  'coverage.by': 'Gruppera efter',
  'coverage.owners': 'Ägare',
  'coverage.systems': 'System',
  'coverage.types': 'Typ',
  'coverage.lifecycles': 'Livscykel',
  'coverage.ages': 'Den senaste SBOM:ens ålder',
  'coverage.under30': 'under 30 dagar',
  'coverage.under90': '30 till 90 dagar',
  'coverage.under365': '90 dagar till ett år',
  'coverage.older': 'över ett år',
  'coverage.neverHint_one': '{{count, number}} grupp har ingen SBOM alls.',
  'coverage.neverHint_other': '{{count, number}} grupper har ingen SBOM alls.',
  'coverage.onlyNever': 'Bara grupper helt utan SBOM',
  'coverage.of': 'av {{total}} komponenter',
  'coverage.legend': 'Komponenternas läge',
} as const;
