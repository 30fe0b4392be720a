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

import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { TestPipeline } from '@backstage/plugin-search-backend-node';
import {
  ComponentPackage,
  UsageBasis,
  UsageComponent,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ComponentPackagesCollatorFactory,
  PackagesApi,
} from './ComponentPackagesCollatorFactory';

const basis: UsageBasis = {
  visibility: 'all',
  components: 1,
  componentsWithSbom: 1,
  asOf: '2026-11-23T12:00:00.000Z',
};

function aComponent(name: string, packages: number): UsageComponent {
  return {
    entityRef: `component:default/${name}`,
    ownerState: 'none',
    sbomState: 'current',
    counts: {
      packages,
      direct: 0,
      transitive: 0,
      relationUnknown: packages,
      licenceKnown: packages,
      licenceUnknown: 0,
    },
  };
}

function aPackage(name: string, overrides: Partial<ComponentPackage> = {}) {
  const licence = {
    key: 'known:MIT',
    status: 'known' as const,
    expression: 'MIT',
  };
  return {
    key: `pkg:npm/${name}`,
    weak: false,
    ecosystem: 'npm',
    name,
    version: '1.0.0',
    target: 'shop',
    stream: 'main',
    relation: 'unknown' as const,
    scope: 'unknown' as const,
    licence,
    declared: licence,
    concluded: licence,
    ...overrides,
  };
}

/** Pages of two, so that every list has several. */
function pageOf<T>(items: T[], cursor: string | undefined) {
  const start = Number(cursor ?? 0);
  return {
    items: items.slice(start, start + 2),
    nextCursor: start + 2 < items.length ? String(start + 2) : undefined,
    basis,
  };
}

function createClient(
  components: Record<string, ComponentPackage[] | Error>,
  titles: Record<string, string> = {},
) {
  const listed = Object.entries(components).map(([name, packages]) => ({
    ...aComponent(name, Array.isArray(packages) ? packages.length : 1),
    title: titles[name],
  }));
  return {
    listComponents: jest.fn<
      ReturnType<PackagesApi['listComponents']>,
      Parameters<PackagesApi['listComponents']>
    >(async query => pageOf(listed, query.cursor)),
    listComponentPackages: jest.fn<
      ReturnType<PackagesApi['listComponentPackages']>,
      Parameters<PackagesApi['listComponentPackages']>
    >(async (entityRef, query) => {
      const packages = components[entityRef.split('/')[1]];
      if (packages instanceof Error) {
        throw packages;
      }
      return pageOf(packages, query.cursor);
    }),
  };
}

async function collate(
  client: PackagesApi,
  options: { maxTextLength?: number } = {},
) {
  const factory = ComponentPackagesCollatorFactory.create({
    createClient: async () => client,
    locationTemplate: '/catalog/:namespace/:kind/:name/open-source',
    packagesLocation: '/ospo/open-source/packages',
    maxTextLength: options.maxTextLength ?? 100_000,
    logger: mockServices.logger.mock(),
  });
  const { documents, error } = await TestPipeline.fromCollator(
    await factory.getCollator(),
  ).execute();
  const [entrance, ...components] = documents;
  return { entrance, documents: components, error };
}

it('makes a document of every component, guarded by the catalog', async () => {
  const client = createClient(
    {
      shop: [
        aPackage('lodash'),
        aPackage('core', { namespace: '@angular', version: '19.0.1' }),
        aPackage('odd', {
          version: undefined,
          licence: { key: 'text:our own', status: 'text', raw: 'our own' },
        }),
      ],
      desk: [aPackage('react')],
      till: [],
    },
    { shop: 'Web shop' },
  );

  const { documents, error } = await collate(client);

  expect(error).toBeUndefined();
  expect(documents).toEqual([
    {
      title: 'Open source in Web shop',
      text: 'lodash 1.0.0 MIT\n@angular/core 19.0.1 MIT\nodd our own',
      location: '/catalog/default/component/shop/open-source',
      entityRef: 'component:default/shop',
      packages: 3,
      leftOut: 0,
      authorization: { resourceRef: 'component:default/shop' },
    },
    expect.objectContaining({ title: 'Open source in desk' }),
    expect.objectContaining({ title: 'Open source in till', text: '' }),
  ]);
  expect(client.listComponents.mock.calls[0][0]).toMatchObject({
    sbomState: ['current', 'stale'],
  });
});

it('leads to the list of packages even before there are any', async () => {
  const { entrance, documents } = await collate(createClient({}));
  expect(entrance).toEqual({
    title: 'Open source packages',
    text: expect.any(String),
    location: '/ospo/open-source/packages',
  });
  expect(documents).toEqual([]);
});

it('is found by those who may read the component, and by nobody else', () => {
  const factory = ComponentPackagesCollatorFactory.create({
    createClient: async () => createClient({}),
    locationTemplate: '/:name',
    packagesLocation: '/packages',
    maxTextLength: 1000,
    logger: mockServices.logger.mock(),
  });
  expect(factory.type).toBe('ospo-component-packages');
  expect(factory.visibilityPermission).toMatchObject({
    name: 'catalog.entity.read',
    type: 'resource',
    resourceType: 'catalog-entity',
  });
});

it('cuts a very large component, asks for no more, and says how much is missing', async () => {
  const packages = Array.from({ length: 1000 }, (_, i) =>
    aPackage(`package-${i}`),
  );
  const client = createClient({ shop: packages });

  const { documents } = await collate(client, { maxTextLength: 1000 });

  const [{ text, leftOut }] = documents as unknown as {
    text: string;
    leftOut: number;
  }[];
  const named = text.split('\n').length - 1;
  expect(text.length).toBeLessThanOrEqual(1000);
  expect(named).toBeGreaterThan(30);
  expect(leftOut).toBe(1000 - named);
  expect(text).toContain(`… and ${leftOut} more, which are not searched`);
  expect(client.listComponentPackages.mock.calls.length).toBeLessThan(30);
});

it('names a package once that several artefacts of a component have', async () => {
  const { documents } = await collate(
    createClient({
      shop: [aPackage('lodash'), aPackage('lodash', { target: 'other' })],
    }),
  );
  expect(documents).toMatchObject([
    { text: 'lodash 1.0.0 MIT', packages: 2, leftOut: 0 },
  ]);
});

it('leaves out a component that left meanwhile, and goes on', async () => {
  const { documents, error } = await collate(
    createClient({ gone: new NotFoundError('gone'), desk: [aPackage('a')] }),
  );
  expect(error).toBeUndefined();
  expect(documents).toMatchObject([{ title: 'Open source in desk' }]);
});

it('fails as a whole when the backend does, so that the index before stays', async () => {
  const { error } = await collate(
    createClient({ shop: new Error('the backend is down') }),
  );
  expect(error).toMatchObject({ message: 'the backend is down' });
});

it('writes every name into the location as one part of a path', async () => {
  const client = createClient({});
  client.listComponents.mockResolvedValue({
    items: [aComponent('a?b#c%2F..', 0)],
    basis,
  });
  client.listComponentPackages.mockResolvedValue({ items: [], basis });

  const { documents } = await collate(client);
  expect(documents).toMatchObject([
    { location: '/catalog/default/component/a%3Fb%23c%252F../open-source' },
  ]);
});
