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

import { Entity } from '@backstage/catalog-model';
import {
  CONTRIBUTIONS_ANNOTATION,
  GOVERNANCE_LEVEL_ANNOTATION,
  governanceLevels,
  HELP_LABELS_ANNOTATION,
  INNER_SOURCE_ANNOTATION,
  LANGUAGES_ANNOTATION,
  LICENCE_ANNOTATION,
  MOTIVATION_ANNOTATION,
  OspoFinding,
  PLATFORMS_ANNOTATION,
  REVIEW_SLO_ANNOTATION,
  REVIEWED_ON_ANNOTATION,
  SKILLS_ANNOTATION,
  TRUSTED_COMMITTERS_ANNOTATION,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Duration } from 'luxon';
import { isDay } from '../../shared/days';
import { tryNormaliseRef } from '../../shared/normaliseRef';
import { quoteValue } from '../../shared/plainText';
import { readAnnotation } from '../../shared/readAnnotation';
import { CatalogFacts, DeclaredCommitter } from './CatalogFacts';
import { cleanList, cleanText } from './cleanText';
import { languageTag } from './Publication';

const MAX_COMMITTERS = 50;

type Declared = Pick<
  CatalogFacts,
  'annotation' | 'reviewSlo' | 'reviewedOn' | 'helpLabels' | 'findings'
>;

/** What our annotations say, with a finding for each value that cannot be used. */
export function readDeclared(
  entity: Entity,
  prefixes: readonly string[],
): Declared {
  const findings: OspoFinding[] = [];
  const valueOf = (annotation: string) =>
    readAnnotation(entity, annotation, prefixes);
  const listOf = (annotation: string) =>
    cleanList(valueOf(annotation)?.value.split(','));

  /** The value if it is one, else a finding. */
  function checked<T>(
    annotation: string,
    read: (value: string) => T | undefined,
    rule: { message: string; mend: string },
  ): T | undefined {
    const found = valueOf(annotation);
    if (!found) {
      return undefined;
    }
    const value = read(found.value);
    if (value === undefined) {
      findings.push({
        code: `annotation-${annotation.slice(annotation.indexOf('/') + 1)}`,
        severity: 'warning',
        where: `metadata.annotations['${found.key}']`,
        message: `${quoteValue(found.value)} ${rule.message}`,
        mend: rule.mend,
      });
    }
    return value;
  }

  checked(
    INNER_SOURCE_ANNOTATION,
    value => (/^(true|false)$/i.test(value) ? value : undefined),
    {
      message: "is neither 'true' nor 'false', and counts as not written",
      mend: "Write 'true' to list the project, 'false' to keep it out.",
    },
  );
  const governanceLevel = checked(
    GOVERNANCE_LEVEL_ANNOTATION,
    value =>
      governanceLevels.find(
        level => level === value.toLowerCase().replace(/[_\s]+/g, '-'),
      ),
    {
      message: 'is no governance level',
      mend: `Write one of ${governanceLevels.join(', ')}.`,
    },
  );
  const reviewSlo = checked(
    REVIEW_SLO_ANNOTATION,
    value => {
      const duration = Duration.fromISO(value);
      return duration.isValid && duration.toMillis() > 0 ? value : undefined;
    },
    {
      message: 'is no duration',
      mend: 'Write an ISO 8601 duration, such as P2D for two days.',
    },
  );
  const reviewedOn = checked(
    REVIEWED_ON_ANNOTATION,
    value => (isDay(value) ? value : undefined),
    { message: 'is no date', mend: 'Write a date like 2026-11-25.' },
  );
  const platforms = listOf(PLATFORMS_ANNOTATION);
  const languages = checked(
    LANGUAGES_ANNOTATION,
    value => {
      const tags = cleanList(value.split(','))?.map(languageTag);
      return tags?.filter(tag => tag !== undefined).length === tags?.length
        ? cleanList(tags)
        : undefined;
    },
    {
      message: 'is no list of languages',
      mend: 'Write tags of BCP 47 separated by commas, such as en,sv.',
    },
  );
  return {
    annotation: {
      motivation: cleanText(valueOf(MOTIVATION_ANNOTATION)?.value, 2000),
      skills: listOf(SKILLS_ANNOTATION),
      contributions: listOf(CONTRIBUTIONS_ANNOTATION),
      governanceLevel,
      licence: cleanText(valueOf(LICENCE_ANNOTATION)?.value, 300),
      trustedCommitters: committersOf(entity, prefixes, findings),
      publication: {
        ...(platforms && { platforms }),
        ...(languages && { languages }),
      },
    },
    reviewSlo,
    reviewedOn,
    helpLabels: listOf(HELP_LABELS_ANNOTATION) ?? [],
    findings,
  };
}

function committersOf(
  entity: Entity,
  prefixes: readonly string[],
  findings: OspoFinding[],
): DeclaredCommitter[] | undefined {
  const found = readAnnotation(entity, TRUSTED_COMMITTERS_ANNOTATION, prefixes);
  const parts = cleanList(found?.value.split(','), MAX_COMMITTERS);
  return parts?.flatMap(part => {
    const ref = tryNormaliseRef(part, {
      defaultKind: 'user',
      defaultNamespace: entity.metadata.namespace,
    });
    if (ref !== undefined && /^(user|group):/.test(ref)) {
      return [{ ref }];
    }
    findings.push({
      code: 'annotation-trusted-committers',
      severity: 'warning',
      where: `metadata.annotations['${found?.key}']`,
      // Not the value: what is no reference may be an address.
      message: 'An entry is no reference to a user or group, and is left out',
      mend: 'Write references like user:default/anna or group:default/team, separated by commas.',
    });
    return [];
  });
}
