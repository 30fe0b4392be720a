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

import { normaliseLicence } from '@ospo-suite/sbom-reader';
import { parse } from 'yaml';
import { z } from 'zod';

const link = z.url({ protocol: /^https?$/ });
const words = z.string().regex(/\S/);

/** The standard counts what people see as a character. */
const between = (least: number, most: number) =>
  z.string().refine(text => {
    const { length } = [...new Intl.Segmenter().segment(text)];
    return length >= least && length <= most;
  }, `is not between ${least} and ${most} characters`);

const language = z.string().refine(tag => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}, 'is no tag of BCP 47');

const description = z.strictObject({
  localisedName: words.optional(),
  // One line.
  shortDescription: between(1, 150).regex(/^.*$/),
  longDescription: between(150, 10_000),
  documentation: link.optional(),
  apiDocumentation: link.optional(),
  features: z.array(words).min(1),
});

const contacts = z
  .array(
    z.strictObject({
      name: words,
      affiliation: words.optional(),
      email: z.email().optional(),
      phone: words.optional(),
    }),
  )
  .min(1);

/**
 * What version 0.5.0 of the standard (https://github.com/publiccodeyml/publiccode.yml, docs/standard/schema.core.rst at
 * v0.5.0) demands of the keys that we write: presence, types, lengths, lists of values, and what depends on what. Where
 * its text leaves room, as in how many features there have to be, what its validator demands
 * (https://github.com/italia/publiccode-parser-go, v0.go). A key that is not here is one that we have no business with.
 */
const schema = z.strictObject({
  publiccodeYmlVersion: z.enum(['0.5', '0.5.0']),
  name: words,
  url: link,
  softwareVersion: words.optional(),
  releaseDate: z.iso.date().optional(),
  platforms: z.array(words).min(1),
  developmentStatus: z.enum([
    'concept',
    'development',
    'beta',
    'stable',
    'obsolete',
  ]),
  softwareType: z.enum([
    'standalone/mobile',
    'standalone/iot',
    'standalone/desktop',
    'standalone/web',
    'standalone/backend',
    'standalone/other',
    'addon',
    'library',
    'configurationFiles',
  ]),
  roadmap: link.optional(),
  description: z
    .record(language, description)
    .refine(languages => Object.keys(languages).length > 0),
  legal: z.strictObject({
    license: z
      .string()
      .refine(
        text =>
          normaliseLicence(text).expression === text &&
          !/(?:License|Document)Ref-/.test(text),
        'is no expression of listed licences',
      ),
  }),
  maintenance: z.discriminatedUnion('type', [
    z.strictObject({ type: z.enum(['internal', 'community']), contacts }),
    z.strictObject({ type: z.literal('none'), contacts: contacts.optional() }),
  ]),
  localisation: z.strictObject({
    localisationReady: z.boolean(),
    availableLanguages: z.array(language).min(1),
  }),
});

/** What is not as the standard wants it. */
export function findPubliccodeProblems(text: string): string[] {
  const result = schema.safeParse(parse(text));
  return result.success
    ? []
    : result.error.issues.map(
        ({ path, message }) => `${path.join('/')}: ${message}`,
      );
}
