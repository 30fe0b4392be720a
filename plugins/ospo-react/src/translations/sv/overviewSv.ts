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

/** Swedish; see `overviewMessages`. */
export const overviewSv = {
  'overview.searchLabel': 'Sök paket, licenser och komponenter',
  'overview.searchPlaceholder': 'Till exempel lodash, MIT eller en komponent',
  'overview.results_one': '{{count, number}} träff',
  'overview.results_other': '{{count, number}} träffar',
  'overview.noResults': 'Ingen träff på "{{q}}"',
  'overview.noResultsHint':
    'Pröva en del av namnet eller av paket-URL:en. Bara komponenter med SBOM går att söka via paket.',
  'overview.allPackages': 'Alla paket som stämmer',
  'overview.allLicences': 'Alla licenser som stämmer',
  'overview.allComponents': 'Alla komponenter som stämmer',
  'overview.usedBy_one': 'används av {{count, number}} komponent',
  'overview.usedBy_other': 'används av {{count, number}} komponenter',
  'overview.totals': 'Det vi använder',
  'overview.packages': 'Paket',
  'overview.packagesHint': '{{versions}} versioner, varje paket räknat en gång',
  'overview.usages': 'Användningar',
  'overview.usagesHint': 'paketversioner i komponenter',
  'overview.direct': '{{value}} direkta',
  'overview.transitive': '{{value}} indirekta',
  'overview.relationUnknown': '{{value}} med okänd relation',
  'overview.licences': 'Licenser',
  'overview.licencesHint': 'olika licensuttryck',
  'overview.licenceKnown_one': '{{count, number}} användning känd',
  'overview.licenceKnown_other': '{{count, number}} användningar kända',
  'overview.licenceUnknown_one': '{{count, number}} användning okänd',
  'overview.licenceUnknown_other': '{{count, number}} användningar okända',
  'overview.coverage': 'Täckning',
  'overview.coverageLong': 'Komponenter med SBOM',
  'overview.coverageHint': 'av {{total}} komponenter har en SBOM',
  'overview.coverageWithout': '{{value}} utan',
  'overview.attention': 'Behöver åtgärdas',
  'overview.attentionNone': 'Ingenting behöver åtgärdas just nu.',
  'overview.attentionCount_one': '{{count, number}} komponent',
  'overview.attentionCount_other': '{{count, number}} komponenter',
  'overview.topPackages': 'Mest använda paket',
  'overview.licenceDistribution': 'Licenser efter användning',
  'overview.ecosystems': 'Ekosystem efter antal paket',
  'overview.trend': 'Över tid',
  'overview.trendNone': 'Ingen trend än',
  'overview.trendEmpty':
    'En utveckling syns när SBOM:er har kommit två olika dagar.',
  'overview.trendChange': '{{change}} sedan {{date}}',
  'overview.showTable': 'Visa som tabell',
  'overview.showChart': 'Visa som diagram',
  'overview.seeAll': 'Visa alla',
  'attention.noOwner': 'Ingen ägare',
  'attention.noOwnerHint': 'Det finns ingen att fråga.',
  'attention.ownerMissing': 'Ägaren finns inte i katalogen',
  'attention.ownerMissingHint': 'Gruppen har flyttat eller bytt namn.',
  'attention.noSbom': 'Ingen SBOM',
  'attention.noSbomHint': 'Vi vet inte vad de använder.',
  'attention.sbomFailed': 'SBOM misslyckades',
  'attention.sbomFailedHint': 'Det senaste försöket att läsa en misslyckades.',
  'attention.sbomStale': 'Inaktuell SBOM',
  'attention.sbomStaleHint': 'Det de använder nu kan vara något annat.',
  'attention.licenceUnknown': 'Paket med okänd licens',
  'attention.licenceUnknownHint': 'Villkoren går inte att kontrollera.',
  'start.title': 'Ingen SBOM har kommit än',
  'start.text':
    'En SBOM räknar upp de paket med öppen källkod som en komponent använder. Skicka den första på något av de här sätten, så syns den här direkt.',
  'start.upload': 'Ladda upp en fil',
  'start.uploadHint':
    'Öppna en komponent i katalogen, välj fliken Öppen källkod och släpp en CycloneDX- eller SPDX-fil där.',
  'start.otherTitle': 'Andra sätt att skicka den',
  'start.curl': 'Skicka den från ett bygge',
  'start.annotation': 'Låt portalen läsa den',
  'start.annotationHint':
    'Lägg den här annoteringen i katalogfilen, med SBOM:en i samma kodförråd.',
  'start.components': 'Visa komponenter utan SBOM',
  'start.copy': 'Kopiera',
  'start.copied': 'Kopierat',
  'start.copyFailed':
    'Webbläsaren låter inte sidan kopiera. Texten är markerad: kopiera den med tangentbordet.',
  'widget.title': 'Öppen källkod i mina komponenter',
  'widget.none': 'Du äger inga komponenter',
  'widget.noneHint': 'Dina gruppers komponenter visas här.',
  'widget.fine_one': 'Din komponent behöver ingenting just nu.',
  'widget.fine_other':
    'Dina {{count, number}} komponenter behöver ingenting just nu.',
  'widget.need_one':
    '{{count, number}} av {{total}} komponenter behöver åtgärdas',
  'widget.need_other':
    '{{count, number}} av {{total}} komponenter behöver åtgärdas',
  'widget.first': 'Räknat på dina första {{value}} komponenter.',
  'widget.all': 'Visa alla mina komponenter',
} as const;
