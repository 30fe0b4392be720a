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

/** Swedish; see `projectMessages`. */
export const projectSv = {
  'project.back': 'Alla projekt',
  'project.notFound': 'Projektet finns inte',
  'project.notFoundHint':
    'Det är inte öppet för andra, det finns inte, eller så får du inte se det.',
  'project.repository': 'Kodförråd',
  'project.catalog': 'I katalogen',
  'project.refresh': 'Läs på nytt',
  'project.takePart': 'Delta',
  'project.noMotivation': 'Projektet säger inte varför man ska delta.',
  'project.governanceUnknown':
    'Projektet säger inte hur öppet det är. Fråga först.',
  'project.contributions': 'Önskar hjälp med',
  'project.skills': 'Bra att kunna',
  'project.notSaid': 'inte angivet',
  'project.promise': 'Utlovat första svar',
  'project.promiseDays_one': 'inom {{count, number}} arbetsdag',
  'project.promiseDays_other': 'inom {{count, number}} arbetsdagar',
  'project.promiseHours_one': 'inom {{count, number}} arbetstimme',
  'project.promiseHours_other': 'inom {{count, number}} arbetstimmar',
  'project.channels': 'Här pratar man',
  'project.noChannels':
    'Projektet anger ingen plats att prata på. Fråga kontoret.',
  'project.talkIn': 'Se {{where}} i dess kodförråd.',
  'project.channel.chat': 'Chatt',
  'project.channel.issues': 'Ärenden',
  'project.channel.contributing': 'Så bidrar du',
  'project.channel.support': 'Hjälp',
  'project.channel.rfc': 'Förslag',
  'project.channel.roadmap': 'Planer',
  'project.channel.docs': 'Dokumentation',
  'project.committers': 'Betrodda granskare',
  'project.committersHint':
    'De granskar ändringar utifrån. De som står dig närmast i organisationen kommer först.',
  'project.noCommitters': 'Inga betrodda granskare är angivna',
  'project.noCommittersHint':
    'Skriv till ägaren eller fråga kontoret, som hittar någon.',
  'project.sameGroup': 'i din grupp',
  'project.hops_one': '{{count, number}} steg från dig',
  'project.hops_other': '{{count, number}} steg från dig',
  'project.wanted': 'Önskad hjälp',
  'project.wantedUnknown': 'Om det ber om hjälp är okänt',
  'project.noWanted': 'Inget öppet ärende ber om hjälp',
  'project.noWantedHint':
    'Ärenden med en etikett som "help wanted" visas här. Annan hjälp kan vara välkommen; fråga.',
  'project.opened': 'öppnat {{ago}}',
  'project.effort': 'arbete: {{value}}',
  'project.comments_one': '{{count, number}} kommentar',
  'project.comments_other': '{{count, number}} kommentarer',
  'project.moreWanted': 'De första {{shown}} av {{value}} visas.',
  'project.facts': 'Uppgifter',
  'project.licence': 'Licens',
  'project.topics': 'Ämnen',
  'project.reviewed': 'Uppgifterna senast genomgångna',
  'project.folder': 'Mapp i kodförrådet',
  'project.provenance': 'Varifrån detta kommer',
  'project.listedBy': 'Står här på grund av {{rule}}: ',
  'project.fields': 'Fält',
  'project.field.title': 'Namn',
  'project.field.description': 'Beskrivning',
  'project.field.motivation': 'Motivering',
  'project.field.skills': 'Färdigheter',
  'project.field.contributions': 'Önskar hjälp med',
  'project.field.language': 'Språk',
  'project.field.governanceLevel': 'Hur öppet det är',
  'project.field.licence': 'Licens',
  'project.field.logo': 'Logotyp',
  'project.field.docs': 'Dokumentation',
  'project.field.trustedCommitters': 'Betrodda granskare',
  'project.field.channels': 'Kanaler',
  'project.readings': 'Läsningar av kodförrådet',
  'project.noReadings': 'Kodförrådet har inte lästs.',
  'project.noRepository': 'Katalogen anger inget kodförråd för det.',
  'project.nextReading': 'igen {{date}}',
  'project.sameRepository': 'I samma kodförråd',
  'project.findings': 'Att rätta',
  'project.card': 'Inner source',
  'project.see': 'Se hur du deltar',
  'rule.annotation': 'sin annotering',
  'rule.tag': 'sin tagg',
  'rule.label': 'sin etikett',
  'rule.topic': 'kodförrådets ämne',
  'rule.innersourceJson': 'filen innersource.json',
  'rule.imported': 'en importerad lista',
  'fieldSource.annotation': 'annotering i katalogen',
  'fieldSource.innersourceJson': 'innersource.json',
  'fieldSource.publiccode': 'publiccode.yml',
  'fieldSource.catalog': 'katalogen',
  'fieldSource.readme': 'README',
  'fieldSource.codeowners': 'CODEOWNERS',
  'fieldSource.forge': 'kodplattformen',
  'fieldSource.imported': 'importerad lista',
  'reading.ok': 'läst',
  'reading.partial': 'läst delvis',
  'reading.failed': 'misslyckades',
  'reading.waiting': 'väntar',
  'reading.not-connected': 'inte ansluten',
  'check.not-met': 'saknas',
  'check.unknown': 'okänt',
  'check.summary': '{{met}} av {{value}} finns på plats.',
  'check.unknownCount_one': '{{count, number}} är okänd.',
  'check.unknownCount_other': '{{count, number}} är okända.',
  'check.todo': 'Kvar att göra eller ta reda på',
  'check.done': 'På plats',
  'check.edit': 'Öppna redigeraren',
  'check.editOf': 'Öppna redigeraren: {{name}}',
  'check.copyInto': 'I {{place}}:',
  'check.fact.committers_one': '{{count, number}} angiven',
  'check.fact.committers_other': '{{count, number}} angivna',
  'check.fact.issues_one': '{{count, number}} öppet ärende',
  'check.fact.issues_other': '{{count, number}} öppna ärenden',
  'check.fact.packages_one': '{{count, number}} paket med okänd licens',
  'check.fact.packages_other': '{{count, number}} paket med okänd licens',
  'readiness.title': 'Beredskap',
  'readiness.intro': 'Det som hjälper någon från en annan grupp att delta.',
  'readiness.line.owner': 'En ägare i katalogen',
  'readiness.line.description': 'En beskrivning',
  'readiness.line.readme': 'En README',
  'readiness.line.contributing': 'Så bidrar man',
  'readiness.line.communication': 'Var man pratar',
  'readiness.line.codeowners': 'CODEOWNERS',
  'readiness.line.licence': 'En licens',
  'readiness.line.trusted-committers': 'Betrodda granskare',
  'readiness.line.governance-level': 'Hur öppet det är',
  'readiness.line.help-wanted': 'Ärenden som ber om hjälp',
  'readiness.line.review-promise': 'Ett utlovat första svar',
  'readiness.line.reviewed': 'Uppgifterna genomgångna',
  'readiness.mend.owner': 'Ange en grupp i katalogen som ägare.',
  'readiness.mend.description':
    'Säg i ett stycke vad det gör och för vem, i katalogfilen.',
  'readiness.mend.readme':
    'Skriv vad det är, hur man börjar och hur man deltar. Detta är en början:',
  'readiness.mend.contributing':
    'Säg hur ändringar skickas, prövas och förs in, i en fil eller under en rubrik i README:',
  'readiness.mend.communication':
    'Länka till platsen där man pratar, i README eller i katalogfilen:',
  'readiness.mend.codeowners':
    'Ange vilka grupper som granskar varje del, så att ändringar når dem:',
  'readiness.mend.licence': 'Säg på vilka villkor andra får använda det:',
  'readiness.mend.trusted-committers':
    'Ange personer eller grupper som man kan skriva till och som för in ändringar utifrån:',
  'readiness.mend.governance-level':
    'Välj en av issues-welcome, contributions-welcome, shared-write, shared-ownership och open-source.',
  'readiness.mend.help-wanted':
    'Märk ärenden som någon ny kan ta med etiketten "help wanted" eller "good first issue". Andra etiketter kan anges:',
  'readiness.mend.review-promise':
    'Säg inom hur många arbetsdagar någon svarar. Lova bara det ni kan hålla:',
  'readiness.mend.reviewed':
    'Gå igenom det som står här, och skriv in vilken dag ni gjorde det:',
  'release.title': 'Vägen till publicering',
  'release.intro': 'Det som saknas innan det kan publiceras som öppen källkod.',
  'release.ask': 'Ansök om att publicera',
  'release.ready': 'Allt som går att kontrollera här finns på plats.',
  'release.publiccode': 'För kataloger över offentlig programvara',
  'release.publiccodeHint':
    'Filen publiccode.yml berättar om projektet för dem. Den anger de betrodda granskarna som kontaktpersoner: fråga dem innan du publicerar den.',
  'release.publiccodeDownload': 'Ladda ner publiccode.yml',
  'release.publiccodeMissing':
    'Ingen giltig publiccode.yml kan skrivas innan detta är känt:',
  'release.gap.repository':
    "Var koden finns: 'backstage.io/source-location' i katalogen.",
  'release.gap.licence':
    "En öppen licens som SPDX-uttryck: 'ospo/licence' i katalogen.",
  'release.gap.description': 'Vad det är: beskrivningen i katalogen.',
  'release.gap.long-description':
    'En beskrivning på minst 150 tecken: före första avsnittet i README-filen, eller i katalogen.',
  'release.gap.features':
    "Vad användarna kan göra med det: en lista under 'Funktioner' i README-filen.",
  'release.gap.software-type':
    "Vilket slags programvara det är: 'spec.type' i katalogen, till exempel library, service eller website.",
  'release.gap.development-status':
    "Hur färdigt det är: 'spec.lifecycle' i katalogen, till exempel experimental eller production.",
  'release.gap.platforms':
    "Vad användarna använder det på: 'ospo/platforms' i katalogen, till exempel web eller linux.",
  'release.gap.languages':
    "Vilka språk det talar: 'ospo/languages' i katalogen, till exempel en,sv.",
  'release.gap.maintainer':
    "En person som förvaltar det: en ägare som finns i katalogen, och en användare i 'ospo/trusted-committers'.",
  'release.line.licence-file': 'En licensfil',
  'release.line.licence-declared': 'Licensen i katalogen',
  'release.line.sbom': 'En aktuell SBOM',
  'release.line.licences-known': 'Kända licenser för det som används',
  'release.line.contributing': 'Så bidrar man',
  'release.line.code-of-conduct': 'En uppförandekod',
  'release.line.security-policy': 'Hur man rapporterar en sårbarhet',
  'release.line.readme': 'En README',
  'release.line.owner': 'En ägare i katalogen',
  'release.mend.licence-file':
    'Lägg hela licenstexten i en fil LICENSE. Fråga kontoret vilken, om du är osäker.',
  'release.mend.licence-declared': 'Skriv samma licens i katalogfilen:',
  'release.mend.sbom': 'Skicka en SBOM, eller ange var den ligger:',
  'release.mend.licences-known':
    'Se på paketen med okänd licens, under Öppen källkod på entitetens sida.',
  'release.mend.contributing':
    'Utomstående behöver veta hur ändringar skickas, prövas och förs in:',
  'release.mend.code-of-conduct':
    'Säg hur man beter sig mot varandra, och vem man berättar för när någon inte gör det. Många använder Contributor Covenant.',
  'release.mend.security-policy':
    'Säg var en sårbarhet rapporteras, så att det inte sker offentligt:',
  'release.mend.readme': 'Skriv vad det är, hur man börjar och hur man deltar:',
  'release.mend.owner': 'Ange en grupp i katalogen som ägare.',
  'overlap.title': 'Finns det redan?',
  'overlap.intro':
    'Beskriv vad du vill bygga. Projekt, entiteter i katalogen och paket i bruk som kanske redan gör det listas nedan, vart och ett med skälet.',
  'overlap.q': 'Vad ska det göra?',
  'overlap.placeholder':
    'Till exempel: skriva under dokument med e-legitimation',
  'overlap.entity': 'Komponent att jämföra med',
  'overlap.entityHint': 'Dess paket jämförs med andras.',
  'overlap.optional': 'frivilligt',
  'overlap.none': 'Inget liknande hittades',
  'overlap.noneHint': 'Pröva andra ord. Det du inte får se genomsöks inte.',
  'overlap.start': 'Skriv några ord, eller ange en komponent.',
  'overlap.count_one': '{{count, number}} möjlig träff',
  'overlap.count_other': '{{count, number}} möjliga träffar',
  'overlap.kind.project': 'inner source-projekt',
  'overlap.kind.entity': 'i katalogen',
  'overlap.kind.package': 'öppen källkod som används',
  'overlap.reason.words': 'Har samma ord: {{detail}}',
  'overlap.reason.packages':
    'Har {{shared}} av {{compared}} paket som få använder, till exempel {{detail}}',
  'overlap.reason.used-package_one': 'Används i {{count, number}} komponent',
  'overlap.reason.used-package_other':
    'Används i {{count, number}} komponenter',
  'widget.forMe': 'Inner source för mig',
} as const;
