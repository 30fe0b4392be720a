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

import { parse } from 'yaml';
import { z } from 'zod';

const link = z.url({ protocol: /^https?$/ });

/**
 * What version 0.5 of the standard demands of the keys that we write, taken from its text: presence, lengths and the
 * lists of values. A key that is not here is none of the standard's, or one that we have no business with.
 */
const schema = z.strictObject({
  publiccodeYmlVersion: z.enum(['0.4', '0.4.0', '0.5', '0.5.0']),
  name: z.string().min(1),
  url: link,
  platforms: z.array(z.string().min(1)).min(1),
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
    .record(
      z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/),
      z.strictObject({
        localisedName: z.string().min(1).optional(),
        shortDescription: z.string().min(1).max(150),
        longDescription: z.string().min(150).max(10_000),
        documentation: link.optional(),
        features: z.array(z.string().min(1)).min(1).optional(),
      }),
    )
    .refine(languages => Object.keys(languages).length > 0),
  legal: z.strictObject({ license: z.string().min(1) }),
  maintenance: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.enum(['internal', 'community']),
      contacts: z.array(z.strictObject({ name: z.string().min(1) })).min(1),
    }),
    z.strictObject({ type: z.literal('none') }),
  ]),
  localisation: z.strictObject({
    localisationReady: z.boolean(),
    availableLanguages: z.array(z.string().min(2)).min(1),
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
