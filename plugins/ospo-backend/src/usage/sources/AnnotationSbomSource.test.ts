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

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { sbomSourceContract } from '@ospo-suite/backstage-plugin-ospo-node/testUtils';
import { anEntity } from '../__testUtils__/anEntity';
import { Forge } from './__testUtils__/Forge';
import { AnnotationSbomSource } from './AnnotationSbomSource';
import { LocalSbomReader } from './LocalSbomReader';

const integrations = ScmIntegrations.fromConfig(mockServices.rootConfig());

function createSource(forge: Forge, roots: string[] = []) {
  return AnnotationSbomSource.create({
    urlReader: forge.urlReader(),
    localReader: LocalSbomReader.create({ roots }),
    prefixes: ['ospo/', 'example.org/'],
    resolveUrl: options => integrations.resolveUrl(options),
  });
}

async function read(
  source: AnnotationSbomSource,
  entity: ReturnType<typeof anEntity>,
  etag?: string,
) {
  const [location] = source.locate(entity).locations;
  const result = await source.fetch({
    location,
    entity,
    etag,
    credentials: mockCredentials.service(),
    signal: new AbortController().signal,
  });
  if (result.outcome === 'unchanged') {
    return { outcome: result.outcome };
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of result.document) {
    chunks.push(chunk);
  }
  return { text: Buffer.concat(chunks).toString(), etag: result.etag };
}

const SECRET = 'glpat-do-not-show';

describe('the contract of a source', () => {
  it.each(
    sbomSourceContract({
      async create() {
        const forge = await Forge.start();
        const document = Buffer.from('{"bomFormat":"CycloneDX"}');
        forge.file('/bom.json', document);
        return {
          source: createSource(forge),
          credentials: mockCredentials.service(),
          document,
          entity: anEntity({
            annotations: {
              'ospo/sbom': `${forge.url}/bom.json?private_token=${SECRET}, ${forge.url}/other.json`,
            },
          }),
          entityWithout: anEntity(),
          entityUnusable: anEntity({
            annotations: {
              'ospo/sbom': 'ftp://x/y, \u0007, https://user:pw@x/y',
            },
          }),
          requests: () => forge.requests.length,
          secrets: [SECRET],
          answer(kind) {
            if (kind === 'hanging') {
              forge.answer(undefined, () => undefined);
            } else {
              forge.status(
                undefined,
                { absent: 404, refused: 403, failing: 502 }[kind],
              );
            }
          },
          close: () => forge.close(),
        };
      },
    }),
  )('$title', async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
  });
});

describe('over the network', () => {
  let forge: Forge;
  beforeEach(async () => {
    forge = await Forge.start();
  });
  afterEach(() => forge.close());

  it('reads a path beside the source of the entity', async () => {
    forge.file('/org/shop/sbom/bom.json', 'one');
    const entity = anEntity({
      annotations: {
        'backstage.io/managed-by-location': `url:${forge.url}/org/shop/catalog-info.yaml`,
        'ospo/sbom': './sbom/bom.json',
      },
    });

    expect(await read(createSource(forge), entity)).toEqual({
      text: 'one',
      etag: '"v1"',
    });
  });

  it('sends the etag, and no credentials of any kind', async () => {
    forge.file('/bom.json', 'one', '"v2"');
    const entity = anEntity({
      annotations: { 'ospo/sbom': `${forge.url}/bom.json` },
    });

    expect(await read(createSource(forge), entity, '"v2"')).toEqual({
      outcome: 'unchanged',
    });
    expect(forge.requests).toHaveLength(1);
    const { headers } = forge.requests[0];
    expect(headers['if-none-match']).toBe('"v2"');
    expect(headers.authorization).toBeUndefined();
    expect(headers.cookie).toBeUndefined();
  });

  it.each([
    [401, 'NotAllowedError', 'refuses access (401)'],
    [403, 'NotAllowedError', 'refuses access (403)'],
    [404, 'NotFoundError', 'has no such file'],
    [410, 'NotFoundError', 'has no such file'],
    [418, 'NotFoundError', 'does not give the file (418)'],
    [429, 'RetryLaterError', 'asked too often'],
    [500, 'ServiceUnavailableError', 'an error of its own (500)'],
    [503, 'ServiceUnavailableError', 'an error of its own (503)'],
  ])('says what a %s means', async (status, name, words) => {
    forge.status('/bom.json', status, { 'retry-after': '7' });
    const entity = anEntity({
      annotations: { 'ospo/sbom': `${forge.url}/bom.json?token=${SECRET}` },
    });

    const error = await read(createSource(forge), entity).catch(e => e);
    expect(error.name).toBe(name);
    expect(error.message).toContain(`'${forge.host}'`);
    expect(error.message).toContain(words);
    expect(error.message).not.toContain(SECRET);
  });

  it('calls a connection that breaks off the failure of the host', async () => {
    forge.answer('/bom.json', (_req, res) => {
      res.writeHead(200, { 'content-length': '1000' });
      res.write('the beginning');
      res.socket?.destroySoon();
    });
    const entity = anEntity({
      annotations: { 'ospo/sbom': `${forge.url}/bom.json` },
    });

    await expect(read(createSource(forge), entity)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('broke off'),
    });
  });

  it('opens no connection to what the operator did not allow, however it is written', async () => {
    const inside = await Forge.start();
    const { port } = new URL(inside.url);
    const places = [
      ...[
        '127.0.0.1',
        '127.1',
        '2130706433',
        '0x7f.0.0.1',
        '0177.0.0.1',
        '0.0.0.0',
        'localhost',
        'LOCALHOST.',
        '[::1]',
        '[::ffff:127.0.0.1]',
        '[0:0:0:0:0:ffff:7f00:1]',
        '127.0.0.1%2f',
        '①②⑦.0.0.1',
      ].map(host => `http://${host}:${port}/latest/meta-data`),
      'http://169.254.169.254/latest/meta-data/iam/security-credentials/',
      'http://[fd00:ec2::254]/latest/meta-data/',
      'http://metadata.google.internal/computeMetadata/v1/',
      'https://metadata/',
      `http://${forge.host}@${inside.host}/`,
      `http://${inside.host}#@${forge.host}/`,
      `http://${inside.host}?@${forge.host}/`,
      `http://${forge.host}.nip.io/`,
      `${inside.url}\\@${forge.host}/`,
      `file:///proc/self/environ`,
      `gopher://${inside.host}/_GET%20/`,
      `dict://${inside.host}/info`,
      `ftp://${inside.host}/x`,
      `data:text/plain;base64,e30=`,
      `blob:${inside.url}/x`,
      `unix:/var/run/docker.sock`,
      `//${inside.host}/x`,
    ];
    const source = createSource(forge);

    for (const place of places) {
      const entity = anEntity({ annotations: { 'ospo/sbom': place } });
      for (const location of source.locate(entity).locations) {
        await expect(
          source.fetch({
            location,
            entity,
            credentials: mockCredentials.service(),
            signal: new AbortController().signal,
          }),
        ).rejects.toMatchObject({ name: 'NotAllowedError' });
      }
    }
    expect(inside.requests).toEqual([]);
    expect(forge.requests).toEqual([]);
    await inside.close();
  });

  it('follows a redirect within the allow-list, and none that leads out of it', async () => {
    const other = await Forge.start();
    other.file('/secret.json', 'stolen');
    forge.file('/bom.json', 'one');
    forge.status('/inside', 302, { location: '/bom.json' });
    for (const [index, location] of [
      `${other.url}/secret.json`,
      'http://169.254.169.254/latest/meta-data/',
      'file:///etc/passwd',
      `http://user:pw@${other.host}/secret.json`,
    ].entries()) {
      forge.status(`/outside${index}`, 302, { location });
    }
    const entityAt = (at: string) =>
      anEntity({ annotations: { 'ospo/sbom': `${forge.url}${at}` } });
    const source = createSource(forge);

    expect(await read(source, entityAt('/inside'))).toMatchObject({
      text: 'one',
    });
    for (const index of [0, 1, 2, 3]) {
      await expect(
        read(source, entityAt(`/outside${index}`)),
      ).rejects.toMatchObject({ name: 'NotAllowedError' });
    }
    expect(other.requests).toEqual([]);
    await other.close();
  });
});

describe('beside a catalog file on disk', () => {
  let folder: string;
  let forge: Forge;

  beforeEach(async () => {
    forge = await Forge.start();
    folder = await mkdtemp(path.join(tmpdir(), 'ospo-local-sbom-'));
    await mkdir(path.join(folder, 'catalog', 'sboms'), { recursive: true });
    await writeFile(path.join(folder, 'catalog', 'catalog-info.yaml'), '');
    await writeFile(path.join(folder, 'catalog', 'sboms', 'bom.json'), 'one');
    await writeFile(path.join(folder, 'secret.json'), 'secret');
    await symlink(
      path.join(folder, 'secret.json'),
      path.join(folder, 'catalog', 'link.json'),
    );
    await symlink(folder, path.join(folder, 'catalog', 'up'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
    await forge.close();
  });

  const entityWith = (sbom: string, location?: string) =>
    anEntity({
      annotations: {
        'backstage.io/managed-by-location':
          location ??
          `file:${path.join(folder, 'catalog', 'catalog-info.yaml')}`,
        'ospo/sbom': sbom,
      },
    });
  const create = () => createSource(forge, [path.join(folder, 'catalog')]);

  it('reads a file, and tells when it did not change', async () => {
    const first = await read(create(), entityWith('./sboms/bom.json'));
    expect(first.text).toBe('one');
    expect(
      await read(create(), entityWith('sboms/bom.json'), first.etag),
    ).toEqual({ outcome: 'unchanged' });
  });

  it('opens a file when somebody reads it, and not before', async () => {
    const source = create();
    const entity = entityWith('sboms/bom.json');
    const [location] = source.locate(entity).locations;
    const result = await source.fetch({
      location,
      entity,
      credentials: mockCredentials.service(),
      signal: new AbortController().signal,
    });
    await rm(path.join(folder, 'catalog', 'sboms', 'bom.json'));

    if (result.outcome !== 'fetched') {
      throw new Error('It was there');
    }
    await expect(
      result.document[Symbol.asyncIterator]().next(),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.not.stringContaining(folder),
    });
  });

  it('shows no path of the disk', () => {
    const { locations } = create().locate(entityWith('./sboms/bom.json'));
    expect(locations).toEqual([{ location: 'file:sboms/bom.json' }]);
    expect(create().budgetKey(locations[0])).toBe('local files');
  });

  it.each(['link.json', 'up/secret.json', 'sboms', 'none.json'])(
    'does not read %s, which leads out or is no file',
    async sbom => {
      await expect(read(create(), entityWith(sbom))).rejects.toMatchObject({
        name: expect.stringMatching(/^Not(Allowed|Found)Error$/),
        message: expect.not.stringContaining(folder),
      });
    },
  );

  it('reads nothing beside a catalog file that the operator did not name', async () => {
    // An author can claim any location for an entity: the catalog lets the file's own annotation win.
    const claimed = entityWith('secret.json', `file:${folder}/whatever.yaml`);
    await writeFile(path.join(folder, 'whatever.yaml'), '');
    await expect(read(create(), claimed)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    await expect(
      read(createSource(forge), entityWith('sboms/bom.json')),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(
      create().locate(
        entityWith('bom.json', 'url:https://forge.example/x/catalog.yaml'),
      ).locations,
    ).toEqual([{ location: 'https://forge.example/x/bom.json' }]);
  });
});
