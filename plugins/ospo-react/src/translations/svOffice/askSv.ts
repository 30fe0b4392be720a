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

/** Swedish; see `askMessages`. */
export const askSv = {
  'ask.title': 'Fråga kontoret',
  'ask.intro':
    'Välj vad det gäller. Du kan sluta när du vill: det du skriver sparas som utkast.',
  'ask.search': 'Vad vill du göra?',
  'ask.searchPlaceholder': 'Till exempel: publicera vår kod',
  'ask.noType': 'Ingen ärendetyp stämmer med "{{q}}"',
  'ask.noTypeHint': 'Välj den mest allmänna och skriv med egna ord.',
  'ask.noTypes': 'Kontoret har inte angett några ärendetyper',
  'ask.fits': 'Passar det du kom med',
  'ask.others': 'Allt du kan fråga om',
  'ask.attached': 'Gäller',
  'ask.drafts': 'Dina utkast',
  'ask.typicalTime': 'Första svar inom {{ack}}, klart inom {{done}}',
  'ask.duration.days_one': '{{count, number}} arbetsdag',
  'ask.duration.days_other': '{{count, number}} arbetsdagar',
  'ask.duration.hours_one': '{{count, number}} arbetstimme',
  'ask.duration.hours_other': '{{count, number}} arbetstimmar',
  'ask.back': 'Välj något annat',
  'ask.heading': 'Rubrik',
  'ask.headingHint': 'Kort, så att andra känner igen det i en lista.',
  'ask.subject': 'Vad det gäller',
  'ask.entityRef': 'Komponent eller annan entitet',
  'ask.entityRefHint':
    'Skriv en del av namnet, eller dess referens, och välj i listan.',
  'ask.packageKey': 'Paket',
  'ask.packageKeyHint': 'Som paket-URL, till exempel pkg:npm/lodash.',
  'ask.licenceKey': 'Licens',
  'ask.licenceKeyHint': 'Som SPDX skriver den, till exempel MIT.',
  'ask.questions': 'Frågor',
  'ask.known': 'Redan känt, du behöver inte svara igen',
  'ask.knownFrom.catalog': 'från katalogen',
  'ask.knownFrom.sbom': 'från SBOM:en',
  'ask.knownFrom.annotation': 'från annoteringen i katalogen',
  'ask.asOf': 'läget {{date}}',
  'ask.change': 'Svara något annat',
  'ask.changeOf': 'Svara något annat: {{name}}',
  'ask.review': 'Granska',
  'ask.reviewTitle': 'Granska och skicka',
  'ask.reviewIntro': 'Inget skickas förrän du väljer Skicka.',
  'ask.edit': 'Ändra något',
  'ask.send': 'Skicka',
  'ask.sendTo': 'Vilka som kopplas in',
  'ask.sendFailed': 'Det gick inte att skicka',
  'ask.sendKept': 'Det är sparat som utkast. Inget har gått förlorat.',
  'ask.saving': 'Sparar utkastet',
  'ask.savedAt': 'Utkastet sparat {{time}}',
  'ask.saveFailed':
    'Utkastet gick inte att spara. Det du skrev finns kvar i den här fliken.',
  'ask.saveAgain': 'Spara igen',
  'ask.delete': 'Ta bort utkastet',
  'ask.deleteTitle': 'Ta bort utkastet?',
  'ask.deleteText': 'Det du skrev försvinner. Ingen annan har sett det.',
  'ask.notAnswered': 'inte besvarat',
  'ask.yes': 'Ja',
  'ask.no': 'Nej',
  'ask.chooseOne': 'Välj',
  'ask.addItem': 'Lägg till en',
  'ask.removeItem': 'Ta bort nummer {{number}}',
  'ask.formLoading': 'Läser in formuläret',
  'preview.competencies': 'Vilka som kopplas in',
  'preview.none': 'Ingen särskild hittills. Kontoret läser det först.',
  'preview.blocking': 'krävs för beslutet',
  'preview.notDeclared': 'ingen svarar för det; kontoret tar det',
  'preview.precedents': 'Besvarat förut',
  'preview.noPrecedents': 'Inget liknande har besvarats förut.',
  'preview.precedentHint': 'Kanske behöver du inte fråga.',
  'preview.failed':
    'Detta gick inte att ta fram just nu. Du kan skriva vidare.',
  'preview.changes_one': '{{count, number}} kompetens kopplas in',
  'preview.changes_other': '{{count, number}} kompetenser kopplas in',
  'formError.title_one': '{{count, number}} svar behöver ses över',
  'formError.title_other': '{{count, number}} svar behöver ses över',
  'formError.required': 'Svara på den här frågan.',
  'formError.minLength': 'Skriv minst {{limit}} tecken.',
  'formError.maxLength': 'Skriv högst {{limit}} tecken.',
  'formError.minimum': 'Skriv ett tal som är minst {{limit}}.',
  'formError.maximum': 'Skriv ett tal som är högst {{limit}}.',
  'formError.minItems': 'Välj minst {{limit}}.',
  'formError.maxItems': 'Välj högst {{limit}}.',
  'formError.format.uri':
    'Skriv en webbadress, till exempel https://example.org.',
  'formError.format.email': 'Skriv en e-postadress.',
  'formError.format.date': 'Skriv ett datum.',
  'formError.pattern': 'Det är inte skrivet som det ska.',
  'formError.choice': 'Välj ett av svaren.',
  'formError.type': 'Det är inte den sortens svar som frågan gäller.',
  'formError.other': 'Svaret går inte att använda: {{message}}',
} as const;
