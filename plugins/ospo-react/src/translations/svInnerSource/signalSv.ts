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

/** Swedish; see `signalMessages`. */
export const signalSv = {
  'signals.title': 'Signaler',
  'signals.intro':
    'Tre skilda bilder i stället för ett betyg. Öppna en rad för att se vad den bygger på.',
  'signals.activity': 'Aktivitet',
  'signals.activityHint': 'När någon senast arbetade med det, och hur mycket.',
  'signals.welcoming': 'Välkomnande',
  'signals.welcomingHint': 'Om någon utifrån får hjälp att delta.',
  'signals.reach': 'Spridning',
  'signals.reachHint':
    'Vilka som bygger på det, och vilka från andra håll som deltar.',
  'signals.score': 'För jämförelse med andra portaler',
  'signals.scoreHint':
    'InnerSource Commons aktivitetspoäng, i den rättade formen från 2026. Andra portaler visar den; den svarar på en annan fråga än signalerna ovan.',
  'signals.participation': 'Personers ändringar, vecka för vecka',
  'signals.participationText':
    'På {{weeks}} veckor: {{total}} ändringar av personer, som mest {{most}} på en vecka, inga under {{quiet}} av veckorna.',
  'signals.first': 'för {{weeks}} veckor sedan',
  'signals.last': 'nu',
  'signal.lastHumanPush': 'Senaste arbete av en person',
  'signal.humanCommitsPerWeek13': 'Ändringar i veckan, 13 veckor',
  'signal.humanCommitsPerWeek52': 'Ändringar i veckan, 52 veckor',
  'signal.humanAuthors': 'Personer som bidragit',
  'signal.releases': 'Utgåvor',
  'signal.participation': 'Vecka för vecka',
  'signal.documentation': 'Dokumentation för nykomna',
  'signal.governanceLevel': 'Hur öppet det är',
  'signal.wantedHelp': 'Ärenden som ber om hjälp',
  'signal.firstResponseHours': 'Första svar till utomstående, median',
  'signal.promiseKept': 'Utlovat svar hållet',
  'signal.dependants': 'Entiteter som bygger på det',
  'signal.usedBy': 'Komponenter som innehåller det',
  'signal.outsideShare': 'Ändringar från andra grupper',
  'signal.contributionDistance': 'Avstånd till dem som bidrar',
  'signal.activityScore': 'Aktivitetspoäng',
  'signalHint.lastHumanPush': 'Robotar räknas inte.',
  'signalHint.humanCommitsPerWeek13':
    'Medelvärdet för de senaste 13 veckorna, utan robotar.',
  'signalHint.humanCommitsPerWeek52':
    'Medelvärdet för de senaste 52 veckorna, utan robotar.',
  'signalHint.humanAuthors':
    'Hur många, aldrig vilka. Färre än tre anges inte, eftersom det skulle peka ut dem.',
  'signalHint.releases': 'Under de senaste 52 veckorna.',
  'signalHint.participation': 'Ändringar av personer varje vecka.',
  'signalHint.documentation':
    'Hittad som filer, som rubriker i README eller som länkar i den.',
  'signalHint.governanceLevel': 'Som projektet självt säger.',
  'signalHint.wantedHelp': 'Öppna ärenden med någon av projektets etiketter.',
  'signalHint.firstResponseHours':
    'Från det att någon utifrån skriver ett ärende eller skickar en ändring tills någon i projektet svarar.',
  'signalHint.promiseKept':
    'Andelen utomstående som fick svar inom den utlovade tiden.',
  'signalHint.dependants':
    'Enligt relationerna i katalogen, bland dem som du får se.',
  'signalHint.usedBy': 'Enligt deras SBOM:er, bland dem som du får se.',
  'signalHint.outsideShare':
    'Andelen ändringar av personer i andra grupper än ägaren. De som inte kunde placeras räknas inte.',
  'signalHint.contributionDistance':
    'Medelantalet steg i gruppträdet från dem som bidrar upp till där ägaren möter dem.',
  'signalHint.activityScore':
    'Räknar kopior, stjärnor, ärenden, ändringar och dokument med en publicerad formel.',
  'signalState.known': 'känt',
  'signalState.partial': 'delvis',
  'signalState.unknown': 'okänt',
  'signalState.error': 'gick inte att läsa',
  'signalFact.source': 'Källa',
  'signalFact.fetchedAt': 'Läst',
  'signalFact.window': 'Period',
  'signalFact.found': 'Hittat',
  'signalFact.missing': 'Inte hittat',
  'signalFact.none': 'Inget mer är känt om hur det kom till.',
  'signalSource.catalog': 'katalogen',
  'signalSource.usage': 'SBOM:erna',
  'signalSource.local-files': 'filer på portalens disk',
  'signalSource.files': 'filer i kodförrådet',
  'signalSource.git': 'historiken i git',
  'signalSource.github': 'GitHub',
  'signalSource.gitlab': 'GitLab',
  'signalSource.push': 'CI',
  'signalSource.import': 'en importerad lista',
  'input.lastHumanCommitAt': 'Senaste ändring av en person',
  'input.pushedAt': 'Senast skickat',
  'input.humanCommits': 'Ändringar av personer',
  'input.weeks': 'Veckor',
  'input.allCommits': 'Ändringar av alla',
  'input.botCommits': 'Ändringar av robotar',
  'input.yearsCommits': 'Ändringar under året',
  'input.humanAuthors': 'Personer',
  'input.releases': 'Utgåvor',
  'input.latest': 'Senaste utgåva',
  'input.latestAt': 'Utgiven',
  'input.dependants': 'Entiteter som beror på det',
  'input.components': 'Komponenter',
  'input.packages': 'Projektets paket',
  'input.inside': 'Ändringar från den ägande gruppen',
  'input.outside': 'Ändringar från andra grupper',
  'input.unmapped': 'Inte placerade: okända för katalogen',
  'input.placed': 'Placerade i gruppträdet',
  'input.withoutCommonGroup': 'Utan gemensam grupp',
  'input.documents': 'Hittade dokument',
  'input.issues': 'Öppna ärenden',
  'input.labels': 'Etiketter som söks',
  'input.n': 'Uppmätta svar',
  'input.asked': 'Frågat av utomstående',
  'input.answered': 'Besvarade',
  'input.inTime': 'Besvarade i tid',
  'input.due': 'Besvarade, eller väntande längre än utlovat',
  'input.promised': 'Utlovat',
  'input.promisedBusinessHours': 'Utlovat, i arbetstimmar',
  'input.formula': 'Formel',
  'input.forks': 'Kopior',
  'input.subscribers': 'Bevakare',
  'input.stars': 'Stjärnor',
  'input.openIssues': 'Öppna ärenden',
  'input.createdAt': 'Skapat',
  'input.updatedAt': 'Senast ändrat',
  'input.commits13': 'Ändringar på 13 veckor',
  'input.commitsOf': 'Ändringar av',
  'input.descriptionLength': 'Tecken i beskrivningen',
  'input.motivationLength': 'Tecken i motiveringen',
  'input.guidelines': 'Har riktlinjer (1: ja)',
  'document.readme': 'README',
  'document.contributing': 'Så bidrar man',
  'document.communication': 'Var man pratar',
  'document.code-of-conduct': 'Uppförandekod',
  'document.licence': 'Licens',
  'document.codeowners': 'CODEOWNERS',
  'document.support': 'Stöd',
  'document.changelog': 'Ändringslogg',
  'document.issue-templates': 'Mallar för ärenden',
  'document.pull-request-template': 'Mall för ändringar',
  'document.security': 'Säkerhetspolicy',
  'documentAs.file': 'filen {{where}}',
  'documentAs.section': 'rubriken ”{{where}}”',
  'documentAs.link': 'länken {{where}}',
  'value.perWeek': '{{value}} i veckan',
  'value.documents': '{{value}} av {{total}}',
  'value.steps_one': '{{count, number}} steg',
  'value.steps_other': '{{count, number}} steg',
} as const;
