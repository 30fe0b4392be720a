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

/* eslint-disable no-script-url -- such addresses are what is tested here */

import { EntityProvider } from '@backstage/plugin-catalog-react';
import { OspoApi } from '@ospo-suite/backstage-plugin-ospo-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aComponentDetail,
  aFinding,
  aPackage,
  aPage,
  aSnapshot,
  aSourceState,
  aLicence,
} from '../__testUtils__/builders';
import { never, renderScreen } from '../__testUtils__/renderScreen';
import { EntityOspoContent } from './EntityOspoContent';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'permits', namespace: 'default' },
};

const componentPackages = aPage([
  {
    ...aPackage(),
    version: '4.17.21',
    target: 'permits',
    stream: 'main',
    relation: 'direct' as const,
    scope: 'runtime' as const,
    licence: aLicence(),
    declared: aLicence(),
    concluded: aLicence(),
  },
]);

function open(ospo: Partial<OspoApi>, query = '', kind = 'Component') {
  return renderScreen(
    <EntityProvider entity={{ ...entity, kind }}>
      <EntityOspoContent />
    </EntityProvider>,
    {
      ospo: { listComponentPackages: async () => componentPackages, ...ospo },
      path: `/catalog/default/component/permits/open-source${query}`,
    },
  );
}

const full = async () => aComponentDetail();

const withoutSbom = async () =>
  aComponentDetail({ sbomState: 'none', snapshots: [], counts: undefined });

const bom = new File(['{"bomFormat":"CycloneDX"}'], 'bom.json');

async function send(file: File) {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) {
    throw new Error('No file field on the page');
  }
  await userEvent.upload(input, file);
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
}

/** Whether something on the page that holds this has the focus, and not the page itself. */
const hasFocusAround = (element: HTMLElement) =>
  document.activeElement !== document.body &&
  Boolean(document.activeElement?.contains(element));

describe('EntityOspoContent', () => {
  it('says that it is waiting', async () => {
    await open({ getComponent: never });
    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });

  it('says what failed', async () => {
    await open({ getComponent: () => Promise.reject(new Error('away')) });
    expect(await screen.findByRole('alert')).toHaveTextContent('away');
  });

  it('says that a new entity was not read yet', async () => {
    await open({
      getComponent: () =>
        Promise.reject(Object.assign(new Error('none'), { statusCode: 404 })),
    });
    expect(
      await screen.findByText('Not read from the catalog yet'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Try again' }),
    ).toBeInTheDocument();
  });

  it('offers the upload and the lines for this component while there is no SBOM', async () => {
    await open({ getComponent: withoutSbom });
    expect(await screen.findByText('Choose a file')).toBeInTheDocument();
    expect(await screen.findByText(/curl --fail/)).toHaveTextContent(
      'http://localhost:7007/api/ospo/components/component/default/permits/sboms',
    );
  });

  it('begins with what went wrong where no SBOM could be read', async () => {
    await open({
      getComponent: async () => ({
        ...(await withoutSbom()),
        sbomState: 'failed',
        sources: [aSourceState({ state: 'failed', message: 'No such file' })],
      }),
    });
    expect(await screen.findByText('No such file')).toBeInTheDocument();
    expect(screen.queryByText('Choose a file')).toBeNull();
    expect(screen.queryByText(/curl --fail/)).toBeNull();
  });

  it('shows the packages, asked for with what the address says', async () => {
    const listComponentPackages = jest
      .fn()
      .mockResolvedValue(componentPackages);
    await open(
      { getComponent: full, listComponentPackages },
      '?view=packages&relation=direct&q=lod',
    );
    const row = await screen.findByRole('row', { name: /lodash/ });
    expect(row).toHaveTextContent('4.17.21');
    // Nobody knows since when.
    expect(row).toHaveTextContent('unknown');
    expect(listComponentPackages).toHaveBeenLastCalledWith(
      'component:default/permits',
      expect.objectContaining({ q: 'lod', relation: ['direct'] }),
      expect.anything(),
    );
  });

  it('says that other kinds have none', async () => {
    await open({ getComponent: full }, '', 'Group');
    expect(
      await screen.findByText('SBOMs are not kept for this kind of entity.'),
    ).toBeInTheDocument();
  });

  it('shows findings with place, rule and mend, the worst first and as text', async () => {
    const { container } = await open(
      {
        getComponent: async () =>
          aComponentDetail({
            findings: [
              aFinding({ severity: 'info', message: 'small' }),
              aFinding({ message: '<script>alert(1)</script>', count: 4 }),
            ],
          }),
      },
      '?view=findings',
    );
    const findings = await screen.findByRole('region', { name: 'Findings' });
    const [worst] = within(findings)
      .getAllByRole('listitem')
      .map(item => item.textContent);
    expect(worst).toContain('<script>alert(1)</script>');
    expect(worst).toContain('Encode the name');
    expect(worst).toContain('components[3].purl');
    expect(worst).toContain('purl-invalid');
    expect(worst).toContain('4 times');
    expect(container.querySelector('script')).toBeNull();
  });

  it('links a source only to a web address', async () => {
    const source = {
      sourceId: 'annotation',
      target: 'permits',
      stream: 'main',
      state: 'failed' as const,
      message: 'The server answered 404',
      failures: 3,
    };
    await open(
      {
        getComponent: async () =>
          aComponentDetail({
            sources: [
              { ...source, location: 'https://git.example.se/bom.json' },
              { ...source, location: 'javascript:alert(1)' },
            ],
          }),
      },
      '?view=sources',
    );
    expect(
      await screen.findByRole('link', { name: /git.example.se/ }),
    ).toHaveAttribute('href', 'https://git.example.se/bom.json');
    expect(screen.getByText('javascript:alert(1)').closest('a')).toBeNull();
    expect(screen.getAllByText('3 failures in a row')).toHaveLength(2);
  });

  it('shows the history, and what changed between two documents', async () => {
    const newer = aSnapshot();
    const older = aSnapshot({ id: 17, isCurrent: false });
    const item = { ...aPackage(), licence: aLicence() };
    const getChanges = jest.fn().mockResolvedValue({
      from: older,
      to: newer,
      more: true,
      changes: [
        { ...item, change: 'removed', version: '4.17.20' },
        { ...item, change: 'added', version: '4.17.21' },
      ],
    });
    await open(
      {
        getComponent: full,
        listSnapshots: async () => aPage([newer, older]),
        getChanges,
      },
      '?view=history',
    );
    await userEvent.click(
      await screen.findByRole('link', {
        name: /4 added, 2 removed. What changed/,
      }),
    );
    const changes = await screen.findByRole('region', {
      name: 'What changed between two documents',
    });
    expect(
      await within(changes).findByRole('row', { name: /lodash/ }),
    ).toHaveTextContent('lodashversion changed4.17.204.17.21MIT');
    expect(changes).toHaveTextContent('more changes than are listed');
    expect(getChanges).toHaveBeenLastCalledWith(
      'component:default/permits',
      { from: 17, to: 32 },
      expect.anything(),
    );
  });

  describe('upload', () => {
    it('shows progress, then what became of the document, and loads anew', async () => {
      const getComponent = jest.fn(withoutSbom);
      let finish: (() => void) | undefined;
      const uploadSbom: OspoApi['uploadSbom'] = jest.fn(
        async ({ onProgress }) => {
          onProgress?.(0.42);
          await new Promise<void>(resolve => {
            finish = resolve;
          });
          return {
            outcome: 'stored' as const,
            snapshot: aSnapshot(),
            findings: [aFinding({ message: 'odd purl' })],
          };
        },
      );
      await open({ getComponent, uploadSbom });
      await userEvent.type(await screen.findByLabelText('Target'), 'api');
      await send(bom);
      expect(await screen.findByRole('progressbar')).toHaveAttribute(
        'aria-valuenow',
        '42',
      );
      expect(screen.getByText('Sending 42%')).toBeInTheDocument();
      finish?.();
      expect(await screen.findByText('Read and now current')).toBeVisible();
      expect(screen.getByText(/71 packages/)).toBeInTheDocument();
      expect(screen.getByText('odd purl')).toBeInTheDocument();
      expect(uploadSbom).toHaveBeenCalledWith(
        expect.objectContaining({
          entityRef: 'component:default/permits',
          target: 'api',
          stream: undefined,
        }),
      );
      expect(getComponent).toHaveBeenCalledTimes(2);
    });

    it('keeps the report of the first document, which changes where a reader begins', async () => {
      const getComponent = jest
        .fn()
        .mockImplementationOnce(withoutSbom)
        .mockImplementation(full);
      await open({
        getComponent,
        uploadSbom: async () => ({
          outcome: 'stored' as const,
          snapshot: aSnapshot(),
          findings: [aFinding({ message: 'odd purl' })],
        }),
      });
      await screen.findByText('Choose a file');
      await send(bom);
      await waitFor(() => expect(getComponent).toHaveBeenCalledTimes(2));
      // What the next load brought is there.
      expect(
        await screen.findAllByRole('link', { name: /^Licences\s*1$/ }),
      ).toHaveLength(2);
      expect(screen.getByText('Read and now current')).toBeVisible();
      expect(screen.getByText('odd purl')).toBeInTheDocument();
    });

    it('keeps the focus where the steps are shown', async () => {
      let finish = () => {};
      await open({
        getComponent: withoutSbom,
        uploadSbom: async () => {
          await new Promise<void>(resolve => {
            finish = resolve;
          });
          return {
            outcome: 'stored' as const,
            snapshot: aSnapshot(),
            findings: [],
          };
        },
      });
      await screen.findByText('Choose a file');
      await send(bom);
      const progress = await screen.findByRole('progressbar');
      await waitFor(() => expect(hasFocusAround(progress)).toBe(true));
      finish();
      const report = await screen.findByText('Read and now current');
      await waitFor(() => expect(hasFocusAround(report)).toBe(true));
      await userEvent.click(
        screen.getByRole('button', { name: 'Send another' }),
      );
      const choice = await screen.findByText('Choose a file');
      await waitFor(() => expect(hasFocusAround(choice)).toBe(true));
    });

    it('shows why a document was refused, with place and mend', async () => {
      await open({
        getComponent: withoutSbom,
        uploadSbom: () =>
          Promise.reject(
            Object.assign(new Error('This is not an SBOM'), {
              statusCode: 422,
              body: { error: { findings: [aFinding()] } },
            }),
          ),
      });
      await screen.findByText('Choose a file');
      await send(bom);
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'The document was refused',
      );
      expect(screen.getByText('components[3].purl')).toBeInTheDocument();
      expect(screen.getByText('Encode the name')).toBeInTheDocument();
      expect(screen.queryByText('This is not an SBOM')).toBeNull();
      expect(screen.getByRole('alert')).toHaveTextContent('Nothing was stored');
    });

    it('does not call a missing permission a fault of the document', async () => {
      await open({
        getComponent: withoutSbom,
        uploadSbom: () =>
          Promise.reject(
            Object.assign(new Error('Only the owner may'), { statusCode: 403 }),
          ),
      });
      await screen.findByText('Choose a file');
      await send(bom);
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'It could not be sentOnly the owner mayNothing was stored',
      );
    });

    it.each([
      ['a broken connection', new Error('The connection broke')],
      [
        'a time-out on the way',
        Object.assign(new Error('Gateway Timeout'), { statusCode: 504 }),
      ],
    ])(
      'does not claim to know what was stored after %s, and loads anew',
      async (_name, error) => {
        const getComponent = jest.fn(withoutSbom);
        await open({
          getComponent,
          uploadSbom: () => Promise.reject(error),
        });
        await screen.findByText('Choose a file');
        await send(bom);
        const alert = await screen.findByRole('alert');
        expect(alert).toHaveTextContent('Whether it was stored is not known');
        expect(alert).not.toHaveTextContent('Nothing was stored');
        expect(
          within(alert).getByRole('link', { name: 'History' }),
        ).toHaveAttribute('href', expect.stringContaining('?view=history'));
        await waitFor(() => expect(getComponent).toHaveBeenCalledTimes(2));
      },
    );

    it('says so when it is cancelled too late to be sure, and loads anew', async () => {
      const getComponent = jest.fn(withoutSbom);
      await open({
        getComponent,
        uploadSbom: ({ onProgress, signal }) => {
          onProgress?.(1);
          return new Promise((_resolve, reject) => {
            signal?.addEventListener('abort', () =>
              reject(new DOMException('cancelled', 'AbortError')),
            );
          });
        },
      });
      await screen.findByText('Choose a file');
      await send(bom);
      expect(
        await screen.findByText('Reading the document'),
      ).toBeInTheDocument();
      await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
      expect(
        await screen.findByText('Cancelled while it was being read'),
      ).toBeInTheDocument();
      expect(screen.getByText(/Look at the history/)).toBeVisible();
      await waitFor(() => expect(getComponent).toHaveBeenCalledTimes(2));
    });

    it('is just stopped when it is cancelled on the way', async () => {
      const getComponent = jest.fn(withoutSbom);
      await open({
        getComponent,
        uploadSbom: ({ onProgress }) => {
          onProgress?.(0.5);
          return never();
        },
      });
      await screen.findByText('Choose a file');
      await send(bom);
      await screen.findByText('Sending 50%');
      await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
      expect(
        await screen.findByRole('button', { name: 'Send' }),
      ).toBeInTheDocument();
      expect(getComponent).toHaveBeenCalledTimes(1);
    });

    it('says before sending that a file is too large', async () => {
      const large = new File([], 'bom.json');
      Object.defineProperty(large, 'size', { value: 2_000_001 });
      await open({
        getComponent: async () => ({
          ...(await withoutSbom()),
          uploadMaxBytes: 2_000_000,
        }),
      });
      expect(await screen.findByText(/up to 2 MB/)).toBeInTheDocument();
      await send(large);
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'larger than 2 MB',
      );
      expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
    });

    it('is not offered to those who may not', async () => {
      await open({
        getComponent: async () => aComponentDetail({ may: { upload: false } }),
      });
      await screen.findByRole('row', { name: /lodash/ });
      expect(screen.queryByRole('link', { name: 'Send an SBOM' })).toBeNull();
    });
  });

  it.each([
    ['No document has been read yet.', withoutSbom],
    ['Every document was read without a deviation.', full],
  ])('says of no findings: %s', async (text, getComponent) => {
    await open({ getComponent }, '?view=findings');
    expect(await screen.findByText(text)).toBeInTheDocument();
  });
});
