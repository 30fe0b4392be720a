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

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  Entity,
  parseLocationRef,
} from '@backstage/catalog-model';
import { RepositoryLocation } from '@ospo-suite/backstage-plugin-ospo-node';
import parseGitUrl from 'git-url-parse';
import { FilesForge } from '../signals';

const MAX_URL = 2048;
/** Annotations that name a repository by its slug, with the host that they speak of when nothing else tells it. */
const SLUGS: { annotation: string; forge: FilesForge; host: string }[] = [
  {
    annotation: 'github.com/project-slug',
    forge: 'github',
    host: 'github.com',
  },
  {
    annotation: 'gitlab.com/project-slug',
    forge: 'gitlab',
    host: 'gitlab.com',
  },
  {
    annotation: 'bitbucket.org/project-slug',
    forge: 'bitbucketCloud',
    host: 'bitbucket.org',
  },
];

/** What the integrations say that a host is. */
export type ForgeOf = (host: string) => FilesForge | undefined;

/** Where the code of an entity is. A folder in `backstage.io/source-location` bounds the project. */
export function readRepository(
  entity: Entity,
  forgeOf: ForgeOf,
): RepositoryLocation | undefined {
  const source = locationOf(entity, ANNOTATION_SOURCE_LOCATION);
  const slug = bySlug(entity, source?.host, forgeOf);
  if (source && slug && source.slug.toLowerCase() !== slug.slug.toLowerCase()) {
    // A slug is written by hand; the catalog makes a source location of where the catalog file lay.
    return slug;
  }
  return source ?? slug;
}

/**
 * The folder that `backstage.io/source-location` names with the type `file`, relative to the catalog file. Only for an
 * entity whose catalog file lies on the backend's own disk too: the catalog says so, and no author can.
 */
export function readFolder(entity: Entity): RepositoryLocation | undefined {
  const own = readLocation(entity, ANNOTATION_LOCATION);
  const source = readLocation(entity, ANNOTATION_SOURCE_LOCATION);
  if (own?.type !== 'file' || source?.type !== 'file') {
    return undefined;
  }
  const folder = path.resolve(path.dirname(own.target), source.target);
  return {
    url: pathToFileURL(folder).href,
    host: 'local',
    slug: path.basename(folder),
  };
}

function locationOf(
  entity: Entity,
  annotation: string,
): RepositoryLocation | undefined {
  const location = readLocation(entity, annotation);
  return location?.type === 'url'
    ? parseRepositoryUrl(location.target)
    : undefined;
}

function readLocation(
  entity: Entity,
  annotation: string,
): { type: string; target: string } | undefined {
  const value: unknown = entity.metadata.annotations?.[annotation];
  if (typeof value !== 'string' || value.length > MAX_URL) {
    return undefined;
  }
  try {
    return parseLocationRef(value);
  } catch {
    return undefined;
  }
}

/** A page of a forge as the repository and folder that it shows; undefined when it is none. */
export function parseRepositoryUrl(
  target: string,
): RepositoryLocation | undefined {
  const url = URL.canParse(target) ? new URL(target) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    return undefined;
  }
  try {
    const parsed = parseGitUrl(url.href);
    if (!parsed.owner || !parsed.name) {
      return undefined;
    }
    const slug = parsed.full_name;
    const isFile =
      parsed.filepathtype === 'blob' || /\.ya?ml$/i.test(url.pathname);
    const folder = trimSlashes(
      isFile
        ? parsed.filepath.slice(0, parsed.filepath.lastIndexOf('/') + 1)
        : parsed.filepath,
    );
    return {
      url: `${url.origin}/${slug}`,
      host: url.host,
      slug,
      ...(folder === '' ? {} : { path: folder }),
      ...(parsed.ref ? { ref: parsed.ref } : {}),
    };
  } catch {
    return undefined;
  }
}

/** On the host of the source when that is of the kind which the annotation is for, for elsewhere the name is another's. */
function bySlug(
  entity: Entity,
  sourceHost: string | undefined,
  forgeOf: ForgeOf,
): RepositoryLocation | undefined {
  const sourceForge =
    sourceHost === undefined ? undefined : forgeOf(sourceHost);
  const named = SLUGS.flatMap(({ annotation, forge, host }) => {
    const value: unknown = entity.metadata.annotations?.[annotation];
    if (
      typeof value !== 'string' ||
      value.length >= 300 ||
      !/^[\w.-]+(\/[\w.-]+)+$/.test(value)
    ) {
      return [];
    }
    const isThere = sourceHost !== undefined && forge === sourceForge;
    const at = isThere ? sourceHost : host;
    return [
      {
        isThere,
        location: { url: `https://${at}/${value}`, host: at, slug: value },
      },
    ];
  });
  return (named.find(({ isThere }) => isThere) ?? named.at(0))?.location;
}

function trimSlashes(text: string): string {
  return text.replace(/^\/+|\/+$/g, '');
}
