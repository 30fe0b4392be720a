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

/** Swedish; see `entityMessages`. */
export const entitySv = {
  'entity.title': 'Öppen källkod',
  'entity.stateCurrent': 'SBOM:en är aktuell.',
  'entity.stateStale': 'Den senaste SBOM:en är inaktuell.',
  'entity.stateFailed': 'Ingen SBOM har gått att läsa.',
  'entity.stateNone': 'Ingen SBOM har kommit.',
  'entity.newestFailed': 'Den senaste SBOM:en gick inte att läsa.',
  'entity.unknown': 'Det är okänt vad den använder.',
  'entity.received': 'Kom {{date}}',
  'entity.next': 'Nästa steg',
  'entity.nextNone': 'Skicka den första SBOM:en',
  'entity.nextFailed': 'Se vad som gick fel',
  'entity.nextStale': 'Skicka en ny SBOM',
  'entity.nextLicence_one':
    'Titta på {{count, number}} användning med okänd licens',
  'entity.nextLicence_other':
    'Titta på {{count, number}} användningar med okänd licens',
  'entity.nextFindings_one': 'Titta på {{count, number}} anmärkning',
  'entity.nextFindings_other': 'Titta på {{count, number}} anmärkningar',
  'entity.nextNothing': 'Inget att göra.',
  'entity.views': 'Sidans delar',
  'entity.packages': 'Paket',
  'entity.licences': 'Licenser',
  'entity.findings': 'Anmärkningar',
  'entity.sources': 'Källor',
  'entity.history': 'Historik',
  'entity.upload': 'Skicka en SBOM',
  'entity.notYet': 'Inte läst ur katalogen än',
  'entity.notYetHint':
    'Nya entiteter visas här inom några minuter. En SBOM från ett bygge tas emot redan nu.',
  'entity.notTracked': 'SBOM:er sparas inte för den här sortens entitet.',
  'entity.noFindings': 'Inga anmärkningar',
  'entity.noFindingsHint': 'Alla dokument lästes utan avvikelse.',
  'entity.nothingReadHint': 'Inget dokument har lästs än.',
  'entity.noSources': 'Ingen plats läses regelbundet',
  'entity.noSourcesHint':
    'SBOM:er kommer genom uppladdning eller från ett bygge. Med annoteringen ospo/sbom läser portalen själv.',
  'entity.noLicences': 'Inga kända licenser',
  'entity.noLicencesHint': 'De visas så snart en SBOM har lästs.',
  'entity.noPackages': 'SBOM:en räknar inte upp några paket',
  'entity.noPackagesHint':
    'Kontrollera att verktyget som skapar den ser beroendena.',
  'entity.where': 'Var',
  'entity.mend': 'Vad du kan göra',
  'entity.rule': 'Regel',
  'entity.times_one': '{{count, number}} gång',
  'entity.times_other': '{{count, number}} gånger',
  'entity.document': 'i dokumentet',
  'entity.annotation': 'i katalogen',
  'entity.source': 'när källan lästes',
  'source.location': 'Plats',
  'source.state': 'Läge',
  'source.waiting': 'väntar',
  'source.ok': 'läst',
  'source.unchanged': 'oförändrad',
  'source.failed': 'misslyckad',
  'source.checked': 'Senast försökt',
  'source.lastGood': 'Senast läst',
  'source.nextCheck': 'Nästa försök',
  'source.failures_one': '{{count, number}} misslyckande i rad',
  'source.failures_other': '{{count, number}} misslyckanden i rad',
  'history.received': 'Kom',
  'history.document': 'Skapad',
  'history.format': 'Format',
  'history.change': 'Ändring',
  'history.way': 'Väg in',
  'history.current': 'aktuell',
  'history.download': 'Ladda ner',
  'history.downloadOf': 'Ladda ner dokumentet som kom {{date}}',
  'history.downloadFailed': 'Dokumentet kunde inte laddas ner',
  'history.compareWith': 'Vad ändrades med dokumentet som kom {{date}}',
  'history.compareTitle': 'Vad som ändrades mellan två dokument',
  'history.from': 'Från',
  'history.to': 'Till',
  'history.added': 'tillkom',
  'history.removed': 'försvann',
  'history.changed': 'ny version',
  'history.same': 'Ingenting ändrades',
  'history.sameHint':
    'Båda dokumenten räknar upp samma paket med samma licenser.',
  'history.more': 'Det finns fler ändringar än de som visas.',
  'history.firstOne': 'det första',
  'history.one':
    'Bara ett dokument har kommit, så det finns inget att jämföra med.',
  'history.before': 'Före',
  'history.after': 'Efter',
  'history.kind': 'Ändring',
  'upload.title': 'Skicka en SBOM',
  'upload.drop': 'Släpp en CycloneDX- eller SPDX-fil här, eller',
  'upload.choose': 'Välj en fil',
  'upload.hint':
    'JSON, XML, YAML eller tag-value, okomprimerad, gzip eller zstd, upp till {{size}}. Formatet läses ur innehållet.',
  'upload.target': 'Artefakt',
  'upload.targetHint': 'Det den beskriver. Tomt: komponenten själv.',
  'upload.stream': 'Ström',
  'upload.streamHint': 'Gren, utgåva eller miljö. Tomt: huvudströmmen.',
  'upload.send': 'Skicka',
  'upload.sending': 'Skickar {{percent}}',
  'upload.reading': 'Läser dokumentet',
  'upload.cancel': 'Avbryt',
  'upload.another': 'Skicka en till',
  'upload.chosen': 'Vald: {{name}}, {{size}}',
  'upload.tooMany': 'Släpp en fil i taget.',
  'upload.tooLarge': 'Filen är större än {{size}}.',
  'upload.stored': 'Läst och nu aktuell',
  'upload.unchanged': 'Redan känt: samma dokument har kommit förut',
  'upload.notCurrent': 'Sparat, men ett nyare dokument är fortfarande aktuellt',
  'upload.refused': 'Dokumentet avvisades',
  'upload.refusedHint':
    'Ingenting sparades. Det som var känt förut gäller fortfarande.',
  'upload.failed': 'Det gick inte att skicka',
  'upload.unsure': 'Det är okänt om det sparades',
  'upload.cancelled': 'Avbrutet medan det lästes',
  'upload.unsureHint': 'Titta i historiken innan du skickar det igen.',
  'upload.notAllowed': 'Du får inte skicka SBOM:er för den här komponenten.',
  'upload.packages_one': '{{count, number}} paket',
  'upload.packages_other': '{{count, number}} paket',
  'upload.read': '{{format}} {{version}}, {{tool}}',
  'upload.added': '{{value}} tillkom, {{removed}} försvann',
  'upload.report': 'Anmärkningar',
} as const;
