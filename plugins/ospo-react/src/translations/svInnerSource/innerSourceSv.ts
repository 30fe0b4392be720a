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

/** Swedish; see `innerSourceMessages`. */
export const innerSourceSv = {
  'innerSource.nav': 'Vyer över inner source',
  'innerSource.projects': 'Projekt',
  'innerSource.forMe': 'För mig',
  'innerSource.exists': 'Finns det redan?',
  'innerSource.sources': 'Källor',
  'innerSource.title': 'Inner source-projekt',
  'innerSource.intro':
    'Kod i organisationen som andra får delta i, hittad via katalogen. Det som inte är känt står som okänt.',
  'innerSource.searchPlaceholder': 'Namn, beskrivning, färdighet eller ämne',
  'innerSource.display': 'Visa som',
  'innerSource.cards': 'Kort',
  'innerSource.table': 'Tabell',
  'innerSource.name': 'Projekt',
  'innerSource.owner': 'Ägare',
  'innerSource.language': 'Språk',
  'innerSource.skill': 'Färdighet',
  'innerSource.contribution': 'Önskar hjälp med',
  'innerSource.governanceLevel': 'Hur öppet det är',
  'innerSource.businessUnit': 'Enhet',
  'innerSource.system': 'System',
  'innerSource.activity': 'Aktivitet',
  'innerSource.welcoming': 'Välkomnande',
  'innerSource.reach': 'Spridning',
  'innerSource.standing': 'Läge',
  'innerSource.lastPush': 'Senaste arbete',
  'innerSource.wantedHelp': 'Ber om hjälp',
  'innerSource.dependants': 'Bygger på det',
  'innerSource.sortRelevance': 'Bästa träff',
  'innerSource.sortTitle': 'Namn',
  'innerSource.sortActivity': 'Aktivitet',
  'innerSource.sortWelcoming': 'Välkomnande',
  'innerSource.sortReach': 'Spridning',
  'innerSource.sortLastPush': 'Senaste arbete',
  'innerSource.sortWantedHelp': 'Mest önskad hjälp',
  'innerSource.wantedCount_one': '{{count, number}} ärende ber om hjälp',
  'innerSource.wantedCount_other': '{{count, number}} ärenden ber om hjälp',
  'innerSource.dependantsCount_one': '{{count, number}} entitet bygger på det',
  'innerSource.dependantsCount_other':
    '{{count, number}} entiteter bygger på det',
  'innerSource.pushed': 'Senaste arbete {{ago}}',
  'innerSource.moreSkills': 'och {{value}} till',
  'innerSource.unknownActivity': 'Okänd aktivitet',
  'innerSource.unknownWelcoming': 'Hur välkomnande de är är okänt',
  'innerSource.unknownReach': 'Okänd spridning',
  'innerSource.unknownLastPush': 'När någon senast arbetade med dem är okänt',
  'innerSource.unknownWantedHelp': 'Om de ber om hjälp är okänt',
  'innerSource.byName': 'därför i namnordning',
  'innerSource.count_one': '{{count, number}} projekt',
  'innerSource.count_other': '{{count, number}} projekt',
  'standing.open': 'Öppet för andra',
  'standing.needs-care': 'Behöver omsorg',
  'standing.retired': 'Avslutat',
  'standingHint.needs-care':
    'Ägaren saknas, eller så har ingen gått igenom uppgifterna på länge. Fråga innan du bygger på det.',
  'standingHint.retired':
    'Arkiverat eller utfasat. Visas för att ingen ska börja på det utan att veta.',
  'mark.owner-missing': 'ägaren finns inte i katalogen',
  'mark.owner-none': 'ingen ägare',
  'mark.review-stale': 'inte genomgånget på länge',
  'mark.archived': 'arkiverat',
  'mark.deprecated': 'utfasat',
  'governance.issues-welcome': 'Synpunkter välkomna',
  'governance.contributions-welcome': 'Bidrag välkomna',
  'governance.shared-write': 'Delad skrivrätt',
  'governance.shared-ownership': 'Delat ägande',
  'governance.open-source': 'Öppen källkod',
  'governanceHint.issues-welcome':
    'Du får använda det, läsa koden och berätta vad som är fel eller saknas. Ägarna gör ändringarna.',
  'governanceHint.contributions-welcome':
    'Du får skicka ändringar. Ägarna granskar dem och beslutar.',
  'governanceHint.shared-write':
    'Betrodda personer från andra grupper får själva föra in ändringar.',
  'governanceHint.shared-ownership':
    'Flera grupper äger det tillsammans och beslutar tillsammans.',
  'governanceHint.open-source':
    'Det utvecklas offentligt; även utomstående får delta.',
  'level.top': 'främsta fjärdedelen',
  'level.upper': 'andra fjärdedelen',
  'level.middle': 'tredje fjärdedelen',
  'level.lower': 'sista fjärdedelen',
  'level.unknown': 'okänt',
  'label.percentile_one':
    'Minst lika mycket som {{share}} av {{count, number}} projekt.',
  'label.percentile_other':
    'Minst lika mycket som {{share}} av {{count, number}} projekt.',
  'label.partial': 'Uträknat av en del av uppgifterna.',
  'label.unknownOf': 'Okänt: {{list}}',
  'labelOf.activity': 'aktivitet',
  'labelOf.welcoming': 'välkomnande',
  'labelOf.reach': 'spridning',
  'label.unknown': 'För lite är känt för att jämföra.',
  'saved.button': 'Sparade filter',
  'saved.title': 'Sparade filter',
  'saved.none': 'Inget är sparat än.',
  'saved.name': 'Namn',
  'saved.save': 'Spara det som är valt nu',
  'saved.nothing': 'Sök eller välj ett filter först; sedan kan det sparas här.',
  'saved.full': 'Det finns inte plats för fler. Ta bort ett först.',
  'saved.list': 'Sparade filter',
  'saved.close': 'Stäng',
  'connect.title':
    'Ingen källa till signaler är ansluten: aktiviteten är okänd',
  'connect.text':
    'Katalogen och projektens filer läses. När någon senast arbetade med dem, och vilka som deltar, går att säga så snart något av detta finns på plats.',
  'connect.how': 'Så ansluter du en',
  'connect.forge':
    'Låt portalen läsa GitHub eller GitLab, med de integrationer som den har:',
  'connect.git': 'Eller låt den läsa kodförrådens historik med bara git:',
  'connect.push': 'Eller låt varje bygge skicka det som det vet:',
  'connect.waiting_one':
    'Signaler om {{count, number}} projekt är ännu inte lästa.',
  'connect.waiting_other':
    'Signaler om {{count, number}} projekt är ännu inte lästa.',
  'first.title': 'Inga projekt är öppna för andra än',
  'first.text':
    'En rad i katalogfilen för en komponent, ett system, ett API, en resurs eller en mall räcker. Det syns här inom några minuter.',
  'first.tag':
    'Taggen inner-source gör samma sak. De andra raderna är värda att ta med: de säger varför och hur man deltar.',
  'first.notListed': 'Detta står inte som öppet för andra',
  'first.notListedText':
    'Om din grupp vill ha hjälp av andra, eller vill att andra ska hitta det, lägg till dessa rader i katalogfilen.',
  'first.ask': 'Fråga kontoret hur man öppnar det',
  'forMe.title': 'Projekt för mig',
  'forMe.intro':
    'Projekt som efterfrågar färdigheter som du har angett i din profil. Bara du ser den här listan.',
  'forMe.notOptedIn': 'Du har inte angett några färdigheter',
  'forMe.notOptedInHint':
    'Ange färdigheter i din profil, om du vill. Projekten som efterfrågar dem visas här.',
  'forMe.profile': 'Till min profil',
  'forMe.none': 'Inget projekt efterfrågar dina färdigheter just nu',
  'forMe.noneHint': 'Titta igenom alla, eller ange fler färdigheter.',
  'forMe.all': 'Alla projekt',
  'forMe.because': 'Det efterfrågar {{skills}}, som du har angett.',
  'forMe.wants': 'Önskar hjälp med {{list}}.',
  'sources.title': 'Källor till signaler',
  'sources.intro':
    'Varifrån uppgifter om kodförråd kommer, och hur mycket varje värd får frågas till under timmen.',
  'sources.total': 'Projekt',
  'sources.read': 'Lästa',
  'sources.waiting': 'Väntar',
  'sources.failed': 'Misslyckade',
  'sources.unread': 'Utan källa',
  'sources.discovered': 'Katalogen lästes senast igenom {{date}}.',
  'sources.notDiscovered': 'Katalogen har inte lästs igenom än.',
  'sources.none': 'Ingen värd har frågats än',
  'sources.noneHint':
    'Anslut en källa, eller vänta tills de första projekten har hittats.',
  'sources.host': 'Värd',
  'sources.budget': 'Frågat den här timmen',
  'sources.budgetOf': '{{used}} av {{limit}}',
  'sources.resets': 'nollställs {{date}}',
  'sources.blocked': 'Värden vill inte bli frågad förrän {{date}}.',
  'sources.lastSuccess': 'Senaste svar',
  'sources.lastError': 'Senaste fel',
  'sources.feed': 'Ladda ner som repos.json',
  'sources.feedHint':
    'Filen repos.json har samma form som SAP:s projektportal för inner source, som kan visa den oförändrad.',
} as const;
