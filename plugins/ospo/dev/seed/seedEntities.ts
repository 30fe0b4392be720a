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

import { Entity } from '@backstage/catalog-model';
import { UsageComponentRef } from '@ospo-suite/backstage-plugin-ospo-common';

const teams = [
  ['tjansteutveckling', 'Tjänsteutveckling'],
  ['grunddata', 'Grunddata'],
  ['e-arkiv', 'E-arkivet'],
  ['plattform', 'Plattform och drift'],
  ['medborgare', 'Medborgarmötet'],
] as const;

const systems = [
  ['ansokan', 'Ansökan och beslut'],
  ['register', 'Registret'],
  ['arkiv', 'Arkivet'],
  ['webb', 'Webbplatsen'],
] as const;

const words = [
  'Ansökan',
  'Beslut',
  'Ärende',
  'Register',
  'Arkiv',
  'Inloggning',
  'Brev',
  'Kalender',
  'Betalning',
  'Karta',
  'Statistik',
  'Notiser',
];
const parts = ['webb', 'tjänst', 'jobb', 'gränssnitt'];

function slug(text: string): string {
  return text
    .toLocaleLowerCase('sv')
    .replace(/[åä]/g, 'a')
    .replace(/ö/g, 'o')
    .replace(/[^a-z0-9]+/g, '-');
}

const ordinary = words.flatMap((word, row) =>
  parts.map((part, column) => ({
    title: `${word}, ${part}`,
    at: row * 4 + column,
  })),
);

/** Facts that a portal meets although nobody plans them. */
const awkward = [
  `Ett mycket långt namn på en komponent som någon har klistrat in ur ett dokument utan att tänka på hur det ser ut på en telefon, och som därför är ${'väldigt '.repeat(
    8,
  )}långt`,
  '<img src=x onerror=alert(1)> & "citat"',
];

function ownerStateAt(at: number): UsageComponentRef['ownerState'] {
  if (at % 17 === 3) {
    return 'none';
  }
  return at % 19 === 5 ? 'missing' : 'present';
}

/** Components of the demo as the catalog knows them. */
export const seedComponents: UsageComponentRef[] = [
  ...ordinary.map(({ title, at }): UsageComponentRef => {
    const ownerState = ownerStateAt(at);
    return {
      entityRef: `component:default/${slug(title)}`,
      title,
      type: ['website', 'service', 'service', 'library'][at % 4],
      lifecycle: at % 7 === 0 ? 'experimental' : 'production',
      ownerState,
      ownerRef: {
        none: undefined,
        missing: 'group:default/gamla-gruppen',
        present: `group:default/${teams[at % teams.length][0]}`,
      }[ownerState],
      systemRef:
        at % 6 === 5
          ? undefined
          : `system:default/${systems[at % systems.length][0]}`,
    };
  }),
  ...awkward.map(
    (title, at): UsageComponentRef => ({
      entityRef: `component:default/awkward-${at}`,
      title,
      type: 'service',
      ownerState: 'present',
      ownerRef: 'group:default/plattform',
    }),
  ),
];

function entity(
  kind: string,
  name: string,
  title: string,
  spec: object,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', title, uid: `${kind}-${name}` },
    spec: { ...spec },
    relations: [],
  };
}

/** The same as entities, for the catalog of the dev app. */
export const seedEntities: Entity[] = [
  ...teams.map(([name, title]) => ({
    ...entity('Group', name, title, { type: 'team', children: [] }),
    spec: { type: 'team', children: [], profile: { displayName: title } },
  })),
  ...systems.map(([name, title]) =>
    entity('System', name, title, { owner: 'group:default/plattform' }),
  ),
  ...seedComponents.map(component =>
    entity(
      'Component',
      component.entityRef.split('/')[1],
      component.title ?? '',
      {
        type: component.type,
        lifecycle: component.lifecycle,
        owner: component.ownerRef,
        system: component.systemRef,
      },
    ),
  ),
];
