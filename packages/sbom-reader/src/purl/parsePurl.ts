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

import { PurlProblem } from './PurlProblem';
import { encodePurlPart, decodePurlPart } from './purlEncoding';
import { PurlTypeRule, purlTypeAliases, purlTypeRules } from './purlTypes';

const UPPER_CASE = /[A-Z]/;

/**
 * The parts of a purl, decoded and made comparable by the rules of its type.
 *
 * @public
 */
export interface PurlParts {
  /** Canonical form with version, qualifiers and subpath. */
  purl: string;
  /** Canonical form without version, qualifiers and subpath: the identity of the package. */
  packageKey: string;
  type: string;
  namespace?: string;
  name: string;
  version?: string;
  /** Canonical qualifiers, `a=1&b=2`, or an empty string. */
  qualifiers: string;
  subpath?: string;
}

/** @public */
export type PurlReading =
  | { ok: true; parts: PurlParts; problems: PurlProblem[] }
  | { ok: false; problems: PurlProblem[] };

const NO_PROBLEMS: PurlProblem[] = [];

/** `pkg:type/namespace/name@version` in which nothing has to be encoded or decoded, which is most of them. */
const SIMPLE =
  /^pkg:[a-z][a-z0-9.-]*\/(?:(?:%40)?[A-Za-z0-9._~-]+(?:\/[A-Za-z0-9._~-]+)*\/)?[A-Za-z0-9._~-]+(?:@[A-Za-z0-9._~:-]+)?$/;

/**
 * Reads a package URL and gives its canonical form. It is tolerant: an unencoded npm scope, `pkg://`, upper case in the
 * type, a lone `%` or another word for a type are understood, the last three with a problem to report.
 *
 * @public
 */
export function parsePurl(
  raw: string,
  options?: { maxLength?: number },
): PurlReading {
  if (raw.length > (options?.maxLength ?? 2048)) {
    return { ok: false, problems: ['purl-too-long'] };
  }
  return SIMPLE.test(raw) ? readSimple(raw) : parseThoroughly(raw);
}

/** Reads a purl of the simple form, in which `/` and `@` do nothing but part. */
function readSimple(raw: string): PurlReading {
  const typeEnd = raw.indexOf('/', 4);
  const type = raw.slice(4, typeEnd);
  if (purlTypeAliases.has(type)) {
    return parseThoroughly(raw);
  }
  const at = raw.indexOf('@', typeEnd);
  const nameEnd = at < 0 ? raw.length : at;
  const nameStart = raw.lastIndexOf('/', nameEnd) + 1;
  const name = raw.slice(nameStart, nameEnd);
  const version = at < 0 ? undefined : raw.slice(at + 1);
  const scope =
    nameStart > typeEnd + 1 ? raw.slice(typeEnd + 1, nameStart - 1) : undefined;
  const namespace = decodeScope(scope);
  const rule = purlTypeRules.get(type);
  if (rule && !isComparable(rule, scope, name)) {
    const encodedNamespace = rule.lowerNamespace ? scope?.toLowerCase() : scope;
    const parts = { type, namespace, encodedNamespace, name, version };
    return {
      ok: true,
      problems: NO_PROBLEMS,
      parts: canonical({ ...parts, qualifiers: '' }),
    };
  }
  // Nothing changes, so the text itself is canonical.
  return {
    ok: true,
    problems: NO_PROBLEMS,
    parts: {
      purl: raw,
      packageKey: at < 0 ? raw : raw.slice(0, at),
      type,
      namespace,
      name,
      version,
      qualifiers: '',
      subpath: undefined,
    },
  };
}

function decodeScope(scope: string | undefined): string | undefined {
  return scope?.startsWith('%40') ? `@${scope.slice(3)}` : scope;
}

function isComparable(
  rule: PurlTypeRule,
  scope: string | undefined,
  name: string,
): boolean {
  return (
    rule.name === undefined &&
    rule.lowerVersion === undefined &&
    !UPPER_CASE.test(name) &&
    (scope === undefined || !UPPER_CASE.test(scope))
  );
}

function canonical(found: {
  type: string;
  namespace?: string;
  encodedNamespace?: string;
  name: string;
  version?: string;
  qualifiers: string;
  subpath?: string;
}): PurlParts {
  const { type, qualifiers, subpath } = found;
  const rule = purlTypeRules.get(type);
  let { namespace, name, version } = found;
  if (rule) {
    if (rule.lowerNamespace) {
      namespace = namespace?.toLowerCase();
    }
    if (rule.lowerName) {
      name = name.toLowerCase();
    }
    if (rule.name) {
      name = rule.name(name);
    }
    if (rule.lowerVersion) {
      version = version?.toLowerCase();
    }
  }
  const path =
    found.encodedNamespace ??
    namespace
      ?.split('/')
      .map(part => encodePurlPart(part))
      .join('/');
  const packageKey = `pkg:${type}/${path ? `${path}/` : ''}${encodePurlPart(
    name,
  )}`;
  let purl = packageKey;
  if (version) {
    purl += `@${encodePurlPart(version)}`;
  }
  if (qualifiers) {
    purl += `?${qualifiers}`;
  }
  if (subpath) {
    purl += `#${subpath
      .split('/')
      .map(part => encodePurlPart(part))
      .join('/')}`;
  }
  return {
    purl,
    packageKey,
    type,
    namespace,
    name,
    version,
    qualifiers,
    subpath,
  };
}

function parseThoroughly(raw: string): PurlReading {
  const problems = new Set<PurlProblem>();
  const decode = (text: string) => decodePurlPart(text, problems);
  let rest = raw.trim();
  if (!/^pkg:/i.test(rest)) {
    return { ok: false, problems: ['purl-unreadable'] };
  }
  rest = rest.slice(4);
  const hash = rest.lastIndexOf('#');
  const subpath =
    hash < 0
      ? undefined
      : rest
          .slice(hash + 1)
          .split('/')
          .map(decode)
          .filter(part => part !== '' && part !== '.' && part !== '..')
          .join('/');
  rest = hash < 0 ? rest : rest.slice(0, hash);
  const question = rest.indexOf('?');
  const qualifiers =
    question < 0 ? '' : readQualifiers(rest.slice(question + 1), problems);
  rest = question < 0 ? rest : rest.slice(0, question);
  let from = 0;
  while (rest[from] === '/') {
    from += 1;
  }
  rest = rest.slice(from);
  const slash = rest.indexOf('/');
  let type = rest.slice(0, Math.max(slash, 0)).toLowerCase();
  if (!/^[a-z][a-z0-9.+-]*$/.test(type)) {
    return { ok: false, problems: ['purl-unreadable'] };
  }
  const alias = purlTypeAliases.get(type);
  if (alias) {
    problems.add('purl-type-alias');
    type = alias;
  }
  rest = rest.slice(slash + 1);
  const at = rest.lastIndexOf('@');
  // An `@` that begins a part is an npm scope that should have been encoded.
  const hasVersion = at > 0 && rest[at - 1] !== '/';
  const version = hasVersion ? decode(rest.slice(at + 1)) : undefined;
  const written = (hasVersion ? rest.slice(0, at) : rest)
    .split('/')
    .map(decode);
  // A namespace has no encoded slashes; a name may, but for that of an npm package with its scope glued to it.
  const segments = written
    .flatMap((part, i) =>
      i < written.length - 1 || (type === 'npm' && part.startsWith('@'))
        ? part.split('/')
        : [part],
    )
    .filter(part => part !== '');
  const name = segments.pop();
  if (!name) {
    return { ok: false, problems: ['purl-unreadable'] };
  }
  return {
    ok: true,
    problems: [...problems],
    parts: canonical({
      type,
      namespace: segments.length > 0 ? segments.join('/') : undefined,
      name,
      version: version || undefined,
      qualifiers,
      subpath: subpath || undefined,
    }),
  };
}

function readQualifiers(text: string, problems: Set<PurlProblem>): string {
  const found = new Map<string, string>();
  for (const pair of text.split('&')) {
    const equals = pair.indexOf('=');
    const key = pair.slice(0, Math.max(equals, 0)).toLowerCase();
    const value =
      equals < 0 ? '' : decodePurlPart(pair.slice(equals + 1), problems);
    if (
      pair !== '' &&
      (!/^[a-z.\-_][a-z0-9.\-_]*$/.test(key) || found.has(key))
    ) {
      problems.add('purl-qualifier');
    } else if (value !== '') {
      found.set(key, value);
    }
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${encodePurlPart(value, true)}`)
    .join('&');
}
