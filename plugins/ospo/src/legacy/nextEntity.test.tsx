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

import { ReactElement, useState } from 'react';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { OspoApi } from '@ospo-suite/backstage-plugin-ospo-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aComponentDetail } from '../__testUtils__/builders';
import {
  aCompetencyDetail,
  aRequest,
  office,
} from '../__testUtils__/officeBuilders';
import { aProjectDetail, innerSource } from '../__testUtils__/projectBuilders';
import { never, renderScreen } from '../__testUtils__/renderScreen';
import { CompetencyCard } from '../competencies/CompetencyCard';
import { WhoCanHelpCard } from '../competencies/WhoCanHelpCard';
import { EntityOspoCard } from '../entity/EntityOspoCard';
import { EntityInnerSource } from '../innersource/EntityInnerSource';
import { InnerSourceCard } from '../innersource/InnerSourceCard';
import { EntityRequests } from '../requests/EntityRequests';

/** The page of an entity, which apps of the legacy frontend system keep when a link leads to another entity. */
function EntityPage(props: { children: ReactElement }) {
  const [name, setName] = useState('first');
  return (
    <EntityProvider
      entity={{
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name, namespace: 'default' },
      }}
    >
      <button type="button" onClick={() => setName('second')}>
        Next entity
      </button>
      {props.children}
    </EntityProvider>
  );
}

/** Answers about the first entity, and lets every other wait. */
function ofFirst<T>(answer: T): (about: unknown) => Promise<T> {
  return async about =>
    JSON.stringify(about).includes('component:default/first')
      ? answer
      : never();
}

const project = innerSource({
  getProject: ofFirst(
    aProjectDetail({ motivation: 'One SDK instead of seven' }),
  ),
});

const cases: [string, ReactElement, Partial<OspoApi>, RegExp][] = [
  [
    'open source',
    <EntityOspoCard />,
    { getComponent: ofFirst(aComponentDetail()) },
    /^71$/,
  ],
  [
    'who can help',
    <WhoCanHelpCard />,
    office({
      competencies: {
        whoCanHelp: ofFirst({
          trustedCommitters: [],
          suggestions: [
            {
              competency: {
                ref: 'competency:default/export-control',
                title: 'Export control',
                coverage: 'one' as const,
              },
              reasons: [],
            },
          ],
        }),
      },
    }),
    /Export control/,
  ],
  [
    'a competency',
    <CompetencyCard />,
    office({
      competencies: { getCompetency: ofFirst(aCompetencyDetail()) },
    }),
    /legal/i,
  ],
  ['the card of a project', <InnerSourceCard />, project, /One SDK/],
  ['the tab of a project', <EntityInnerSource />, project, /One SDK/],
  [
    'requests',
    <EntityRequests />,
    office({
      requests: {
        listRequests: ofFirst({ items: [aRequest()] }),
        listPrecedents: ofFirst({ items: [] }),
      },
    }),
    /Publish the basket calculator/,
  ],
];

describe.each(cases)('%s', (_name, element, ospo, fact) => {
  it('says nothing of one entity on the page of the next', async () => {
    await renderScreen(<EntityPage>{element}</EntityPage>, { ospo });
    expect((await screen.findAllByText(fact)).length).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole('button', { name: 'Next entity' }));
    expect(screen.queryAllByText(fact)).toEqual([]);
    expect(screen.getAllByText('Loading').length).toBeGreaterThan(0);
  });
});
