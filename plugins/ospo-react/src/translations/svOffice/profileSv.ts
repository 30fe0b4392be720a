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

/** Swedish; see `profileMessages`. */
export const profileSv = {
  'profile.title': 'Min profil',
  'profile.intro':
    'Det du kan hjälpa andra med. Uppgifterna finns bara i den här portalen, och bara för att du har sagt ja.',
  'profile.notIn': 'Du finns inte i förteckningen',
  'profile.notInHint':
    'Anslut dig för att få frågor om det du kan. Du väljer ämnena och kan lämna när du vill.',
  'profile.optIn': 'Anslut mig',
  'profile.optedIn': 'Du anslöt dig {{date}}.',
  'profile.optOut': 'Lämna',
  'profile.optOutTitle': 'Lämna förteckningen?',
  'profile.optOutText':
    'Dina kompetenser, färdigheter och språk tas bort och ingen föreslås att fråga dig. Ärenden som du har tagit ligger kvar hos dig tills du avslutar dem eller lämnar över dem.',
  'profile.entries': 'Det jag kan hjälpa till med',
  'profile.noEntries': 'Inget än.',
  'profile.competency': 'Kompetens',
  'profile.chooseCompetency': 'Välj en kompetens',
  'profile.authority': 'Jag',
  'profile.authorityHint':
    'Du kan själv ange att du får sortera eller svara. För att besluta eller skriva under krävs att kompetensens ägare eller kontoret bekräftar.',
  'profile.confirmedBy': 'bekräftat av',
  'profile.unconfirmed': 'inte bekräftat än',
  'profile.hours': 'Timmar i månaden',
  'profile.hoursHint': 'Lämna tomt om inget är avtalat.',
  'profile.hoursWrong': 'Skriv ett antal timmar mellan 0 och {{most}}.',
  'profile.addEntry': 'Lägg till en kompetens',
  'profile.skills': 'Färdigheter',
  'profile.skillsHint':
    'Ord åtskilda av kommatecken. De matchar dig med projekt som är öppna i huset.',
  'profile.languages': 'Språk',
  'profile.languagesHint':
    'Koder åtskilda av kommatecken, till exempel sv, en.',
  'profile.saved': 'Sparat',
  'profile.absences': 'Dagar då jag är borta',
  'profile.absencesIntro':
    'De dagarna föreslås ingen att fråga dig. Ingen frågar varför.',
  'profile.noAbsences': 'Inga dagar är angivna.',
  'profile.from': 'Från',
  'profile.to': 'Till',
  'profile.toBeforeFrom': 'Den sista dagen är före den första.',
  'profile.addAbsence': 'Lägg till dagar',
  'profile.period': '{{from}} till {{to}}',
  'profile.agreements': 'Avtalad tid',
  'profile.agreementsIntro':
    'Timmar som din chef har gått med på. De avgör hur mycket du får frågor om.',
  'profile.agreementsOfIntro':
    'Timmar som chefen har gått med på. De avgör hur mycket var och en får frågor om.',
  'profile.noAgreements': 'Inget är avtalat.',
  'profile.agreedBy': 'avtalat av',
  'profile.agreedFrom': 'från {{from}}',
  'profile.addAgreement': 'Lägg till avtalad tid',
  'profile.provider': 'Vem',
  'profile.providerHint': 'En person eller ett team: skriv en del av namnet.',
  'profile.agreementNote': 'Vilket arbete som går först när båda kallar',
  'profile.agreementSaved': 'Avtalat och sparat.',
  'profile.evidence': 'Intyg om kompetens',
  'profile.evidenceIntro':
    'Utbildning, certifikat, erfarenhet och bedömningar. Du och kärngruppen kan se dem, och varje gång någon tittar antecknas det.',
  'profile.noEvidence': 'Inget är registrerat.',
  'profile.kindLabel': 'Sort',
  'profile.kind.training': 'utbildning',
  'profile.kind.certificate': 'certifikat',
  'profile.kind.experience': 'erfarenhet',
  'profile.kind.assessment': 'bedömning',
  'profile.evidenceTitle': 'Vad',
  'profile.date': 'Datum',
  'profile.expires': 'Gäller till och med',
  'profile.link': 'Länk',
  'profile.linkWrong':
    'Skriv en webbadress som börjar med https:// eller http://.',
  'profile.addEvidence': 'Lägg till intyg',
  'profile.data': 'Mina uppgifter',
  'profile.dataIntro':
    'Du kan ta ut allt som kontoret har om dig, och få det raderat.',
  'profile.exportData': 'Ladda ner mina uppgifter',
  'profile.erase': 'Radera mina uppgifter',
  'profile.eraseTitle': 'Radera allt om dig?',
  'profile.eraseText':
    'Din profil, frånvaro, avtalad tid, dina intyg och utkast tas bort. Dina öppna ärenden återkallas, och det du har tagit på dig går till någon annan. Ärenden och beslut finns kvar, utan ditt namn. Det går inte att ångra.',
  'profile.eraseConfirm': 'Jag förstår att det inte går att ångra',
  'profile.erased_one': 'Raderat. {{count, number}} rad ändrades.',
  'profile.erased_other': 'Raderat. {{count, number}} rader ändrades.',
  'whoCanHelp.title': 'Vilka som kan hjälpa',
  'whoCanHelp.owner': 'Ägare',
  'whoCanHelp.committers': 'Granskar bidrag',
  'whoCanHelp.suggestions': 'Kompetenser som behövs här',
  'whoCanHelp.noSuggestions': 'Inget här kräver någon särskild kompetens.',
  'whoCanHelp.ask': 'Fråga',
  'whoCanHelp.askGeneral': 'Fråga kontoret om detta',
  'whoCanHelp.reason.distribution': 'Det sprids: {{fact}}',
  'whoCanHelp.reason.licence': 'Licens: {{fact}}',
  'whoCanHelp.reason.licence-unknown': 'Okänd licens: {{fact}}',
  'whoCanHelp.reason.finding': 'Att rätta: {{fact}}',
  'whoCanHelp.reason.no-sbom': 'Inget är känt om vad det använder: {{fact}}',
  'whoCanHelp.reason.inner-source': 'Öppet i huset: {{fact}}',
  'whoCanHelp.source.annotation': 'från annoteringen i katalogen',
  'whoCanHelp.source.sbom': 'från SBOM:en',
  'whoCanHelp.source.catalog': 'från katalogen',
} as const;
