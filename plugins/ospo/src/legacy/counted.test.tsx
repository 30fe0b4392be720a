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

import { screen } from '@testing-library/react';
import { aBasis, aPage, aUsageLicence } from '../__testUtils__/builders';
import { aProvider, office } from '../__testUtils__/officeBuilders';
import { aSignal } from '../__testUtils__/projectBuilders';
import { renderScreen } from '../__testUtils__/renderScreen';
import { ProvidersTable } from '../competencies/ProvidersTable';
import { useSignalText } from '../innersource/useSignalText';
import { LicencePage } from '../usage/LicencePage';
import { Basis } from '../shared/Basis';

function Distance(props: { steps: number }) {
  const text = useSignalText();
  return <p>{text('contributionDistance', aSignal(props.steps))}</p>;
}

const licence = (count: number) => ({
  getLicence: async () =>
    aUsageLicence({ usages: count, components: count, packages: count }),
  listPackages: async () => aPage([]),
});

const basis = (components: number, componentsWithSbom: number) => (
  <Basis basis={aBasis({ components, componentsWithSbom })} />
);

const hours = (hoursPerMonth: number) => (
  <ProvidersTable providers={[aProvider({ hoursPerMonth })]} />
);

const page = <LicencePage licenceKey="known:MIT" />;

describe.each([
  ['en', 'Of 40 components, 1 has an SBOM.', basis(40, 1), {}],
  ['en', 'Of 1 component, 0 have an SBOM.', basis(1, 0), {}],
  ['sv', 'Av 1 komponent har 1 en SBOM.', basis(1, 1), {}],
  ['sv', 'Av 40 komponenter har 31 en SBOM.', basis(40, 31), {}],
  ['en', '1 hour a month', hours(1), office({})],
  ['en', '7.5 hours a month', hours(7.5), office({})],
  ['sv', '1 timme i månaden', hours(1), office({})],
  ['sv', '7,5 timmar i månaden', hours(7.5), office({})],
  ['en', '1 usage in 1 component, 1 package.', page, licence(1)],
  ['en', '2 usages in 2 components, 2 packages.', page, licence(2)],
  ['sv', '1 användning i 1 komponent, 1 paket.', page, licence(1)],
  ['sv', '2 användningar i 2 komponenter, 2 paket.', page, licence(2)],
  ['en', '1 step', <Distance steps={1.04} />, {}],
  ['en', '2.5 steps', <Distance steps={2.5} />, {}],
  ['sv', '1 steg', <Distance steps={1} />, {}],
] as const)('in %s', (language, text, element, ospo) => {
  it(`is written as "${text}"`, async () => {
    const { container } = await renderScreen(element, { language, ospo });
    await screen.findAllByText(
      (_, node) => node?.textContent?.includes(text) ?? false,
    );
    expect(container.parentElement).toHaveTextContent(text);
  });
});
