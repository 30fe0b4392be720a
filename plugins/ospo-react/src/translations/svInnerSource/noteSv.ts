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

/** Swedish; see `noteMessages`. */
export const noteSv = {
  'note.no-repository':
    "Katalogen säger inte var koden finns. Lägg till annoteringen 'backstage.io/source-location'.",
  'note.nobody-reads':
    "Inget läser från '{{host}}'. Installera modulen för den här kodplattformen, eller låt CI skicka signaler.",
  'note.not-read-yet': 'Det har inte lästs än; turen kommer.',
  'note.not-readable': 'Det gick inte att läsa.',
  'note.still-computed':
    'Det är inte klart än hos {{source}}, som frågas igen senare.',
  'note.said-by-source': '{{text}}',
  'note.facts-not-told':
    'Uppgifter om kodförrådet fås inte från {{source}}. Låt CI skicka dem, eller anslut kodplattformen.',
  'note.commits-not-told':
    'Ändringarna fås inte från {{source}}. Låt CI skicka dem, eller anslut kodplattformen.',
  'note.releases-not-told':
    'Utgåvorna fås inte från {{source}}. Låt CI skicka dem, eller anslut kodplattformen.',
  'note.files-not-told':
    'Filerna fås inte från {{source}}. Låt CI skicka dem, eller anslut kodplattformen.',
  'note.help-not-told':
    'Ärendena fås inte från {{source}}. Anslut kodplattformen för att se dem som ber om hjälp.',
  'note.responses-not-told':
    'Svar till utomstående fås inte från {{source}}. Anslut kodplattformen för att få dem räknade.',
  'note.last-commit-not-told':
    'Källan säger inte när någon senast gjorde en ändring.',
  'note.push-by-anybody':
    'Den senaste ändringen av vem som helst: källan skiljer inte på personer och robotar.',
  'note.weeks-not-told': 'Källan räknar inte ändringar per vecka.',
  'note.bots-not-apart':
    'Källan räknar personers och robotars ändringar tillsammans. Anslut kodplattformen eller git, eller skicka antalet ändringar av robotar.',
  'note.bots-by-share':
    'Robotar är borträknade efter sin andel av året, eftersom källan inte säger under vilka veckor de gjorde ändringar.',
  'note.authors-not-told': 'Källan räknar inte personer.',
  'note.few-authors':
    'Färre än tre personer; anges från tre och uppåt, eftersom det annars skulle peka ut dem.',
  'note.releases-not-counted':
    'Det finns en utgåva från det senaste året; källan säger inte hur många.',
  'note.people-weeks-not-told':
    'Källan säger inte vilka av en veckas ändringar som är personers.',
  'note.few-weeks': 'Bara {{weeks}} veckor är kända.',
  'note.no-whole-week':
    'Så många ändringar har gjorts på sistone att ingen hel vecka kunde läsas.',
  'note.whole-repository':
    "Räknat över hela kodförrådet, inte bara mappen '{{folder}}'.",
  'note.governance-not-said':
    "Ingen säger hur öppet det är. Ange 'ospo/governance-level', eller 'governance_level' i innersource.json.",
  'note.files-incomplete':
    'Alla filer är inte genomsökta; det kan finnas fler.',
  'note.readme-not-read':
    'Bara filer är sökta, inte rubriker och länkar i README; det kan finnas fler.',
  'note.no-promise':
    "Ingen tid är utlovad. Ange 'ospo/review-slo', till exempel P2D för två arbetsdagar.",
  'note.promise-no-duration':
    "'{{promise}}' är ingen tidsrymd. Skriv 'ospo/review-slo' som P2D, för två arbetsdagar.",
  'note.few-outsiders':
    'Färre än tre personer utanför den ägande gruppen har frågat eller fått svar under det senaste året; anges från tre och uppåt, eftersom det annars skulle peka ut dem.',
  'note.few-known-outsiders':
    "Färre än tre personer som katalogen placerar utanför den ägande gruppen har frågat eller fått svar; andra har den inte. Låt katalogens användare bära sin inloggning, till exempel 'github.com/user-login'.",
  'note.outsiders-left-out':
    '{{unmapped}} till är av personer som katalogen inte har, och räknas inte.',
  'note.few-outsiders-left-out':
    'De av en eller två personer som katalogen inte har räknas inte.',
  'note.few-due':
    'Den utlovade tiden har gått ut för färre än tre personer utifrån; anges från tre och uppåt, eftersom det annars skulle peka ut dem.',
  'note.few-in-time':
    'En eller två personer fick svar i tid; anges från tre och uppåt, eftersom det annars skulle peka ut dem.',
  'note.relations-not-read': 'Katalogens relationer har inte lästs än.',
  'note.package-not-known':
    'Det är inte känt under vilket paket det ges ut, så det går inte att hitta i SBOM:er. Skicka en SBOM för projektet som nämner det.',
  'note.sboms-not-read': 'SBOM:er är inte genomsökta efter dess paket.',
  'note.committers-not-told':
    'Källan säger inte vem som gjort ändringar, eller så har projektet ingen ägare i katalogen.',
  'note.few-committed':
    'Färre än tre personer har gjort ändringar; anges från tre och uppåt, eftersom det annars skulle peka ut dem.',
  'note.few-outsiders-committed':
    'En eller två personer utifrån har gjort ändringar; anges från tre och uppåt, eftersom det annars skulle peka ut dem.',
  'note.few-insiders-committed':
    'En eller två personer i den ägande gruppen har gjort ändringar; anges från tre och uppåt, eftersom det annars skulle peka ut dem.',
  'note.committers-not-known':
    "Ingen som gjort ändringar är känd i katalogen. Låt dess användare bära sin inloggning, till exempel 'github.com/user-login'.",
  'note.nobody-outside':
    'Ingen utanför den ägande gruppen har gjort ändringar under det senaste året.',
  'note.no-common-group':
    'De utifrån har ingen gemensam grupp med ägaren. Ge katalogens grupper en gemensam överordnad grupp.',
  'note.commits-without-group':
    '{{commits}} ändringar räknas inte, eftersom den som bidragit och ägaren inte har någon gemensam grupp.',
  'note.few-with-group':
    'En eller två personer utifrån har en gemensam grupp med ägaren; anges från tre och uppåt, eftersom det annars skulle peka ut dem.',
  'note.few-without-group':
    'Ändringar av en eller två personer räknas inte, eftersom den som bidragit och ägaren inte har någon gemensam grupp.',
  'note.few-commits-left-out':
    'Ändringar av en eller två personer som katalogen inte har räknas inte till någon av delarna.',
  'note.commits-left-out':
    '{{commits}} ändringar är av personer som katalogen inte har, och räknas inte till någon av delarna.',
  'note.retired-no-score':
    'Det är arkiverat eller utfasat, och får ingen poäng.',
  'note.score-without-createdAt': 'Utan när det skapades.',
  'note.score-without-updatedAt': 'Utan när det senast ändrades.',
  'note.score-without-forks': 'Utan kopior.',
  'note.score-without-subscribers': 'Utan bevakare.',
  'note.score-without-stars': 'Utan stjärnor.',
  'note.score-without-openIssues': 'Utan öppna ärenden.',
  'note.score-without-participation': 'Utan ändringar per vecka.',
  'note.score-without-descriptionLength': 'Utan beskrivning.',
  'note.score-without-motivationLength': 'Utan motivering.',
  'note.score-without-hasGuidelines': 'Utan att veta om det finns riktlinjer.',
} as const;
