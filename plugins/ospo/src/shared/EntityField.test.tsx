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

import { useState } from 'react';
import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntityField } from './EntityField';

function anEntity(kind: string, name: string, title?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', title },
    spec: { type: 'x' },
  };
}

const entities = [
  anEntity('Component', 'permit-api', 'Permits'),
  anEntity('Component', 'map-web', 'Forest map'),
  anEntity('User', 'permit-person', 'Permit person'),
];

function Held(props: { start?: string; onChange?: (ref?: string) => void }) {
  const [value, setValue] = useState(props.start);
  return (
    <>
      <EntityField
        label="About"
        kinds={['component']}
        value={value}
        onChange={ref => {
          setValue(ref);
          props.onChange?.(ref);
        }}
      />
      <output>{value ?? 'nothing'}</output>
    </>
  );
}

function open(
  field: JSX.Element,
  catalog: Parameters<typeof catalogApiMock.mock>[0] = {},
) {
  const real = catalogApiMock({ entities });
  renderInTestApp(field, {
    apis: [
      catalogApiMock.mock({
        queryEntities: request => real.queryEntities(request),
        getEntityByRef: ref => real.getEntityByRef(ref),
        ...catalog,
      }),
    ],
  });
}

const field = () => screen.findByRole('combobox', { name: /About/ });

describe('EntityField', () => {
  it('finds by a part of the title, with the keyboard alone, and only what can be chosen', async () => {
    open(<Held />);
    await field();
    await userEvent.tab();
    await userEvent.keyboard('permit');
    expect(
      await screen.findByRole('option', { name: 'Permits' }),
    ).toHaveAccessibleDescription('component:default/permit-api');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(
      screen.getByText('component:default/permit-api'),
    ).toBeInTheDocument();
    expect(await field()).toHaveValue('Permits');
  });

  it('finds by a pasted reference', async () => {
    open(<Held />);
    await userEvent.click(await field());
    await userEvent.paste('component:default/map-web');
    expect(
      await screen.findByRole('option', { name: 'Forest map' }),
    ).toBeInTheDocument();
  });

  it('shows the title of what was given, and nothing once it is emptied', async () => {
    open(<Held start="component:default/map-web" />);
    await waitFor(async () => expect(await field()).toHaveValue('Forest map'));
    await userEvent.clear(await field());
    expect(await screen.findByText('nothing')).toBeInTheDocument();
  });

  it('shows what the catalog does not answer for as it was given', async () => {
    open(<Held start="component:default/secret" />);
    await waitFor(async () =>
      expect(await field()).toHaveValue('component:default/secret'),
    );
  });

  it('says that nothing fits, and lets nothing be chosen', async () => {
    const onChange = jest.fn();
    open(<Held onChange={onChange} />);
    await userEvent.type(await field(), 'zzz');
    expect(
      await screen.findByRole('option', {
        name: 'Nothing in the catalog fits.',
      }),
    ).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onChange).not.toHaveBeenCalled();
  });

  it('says that the catalog could not be asked', async () => {
    open(<Held />, {
      queryEntities: async () => {
        throw new Error('no connection');
      },
    });
    await userEvent.click(await field());
    expect(
      await screen.findByText(/The catalog could not be asked/),
    ).toBeInTheDocument();
  });
});
