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

import {
  Competency,
  HelpReason,
  HelpSuggestion,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { FactsOfUse } from '../../usage';

/** What a rule can rest on. */
export const helpFacts = [
  'distribution',
  'licence',
  'licence-unknown',
  'no-sbom',
  'finding',
  'inner-source',
] as const;

/** Which competencies a fact calls for. */
export interface HelpRule {
  when: (typeof helpFacts)[number];
  /**
   * Values of the fact that it holds for, any when absent: kinds of distribution, licence ids with `*` for any ending,
   * codes of findings.
   */
  values?: readonly string[];
  /** With `distribution`: only when a licence like one of these is in use. */
  licences?: readonly string[];
  /** Names or refs of competencies, `tag:<tag>`, or `<frame>:<id>` of their external ids. */
  competencies: readonly string[];
  /** Request type that asks them; the competency's first when absent. */
  requestType?: string;
}

const COPYLEFT = [
  ...['AGPL-*', 'GPL-*', 'LGPL-*', 'MPL-*', 'EPL-*', 'EUPL-*', 'CDDL-*'],
  ...['OSL-*', 'CECILL-*', 'CPL-*', 'SSPL-*', 'CC-BY-SA-*', 'MS-RL', 'QPL-*'],
];

/** What holds while the operator says nothing else; rules for competencies that nobody declared do nothing. */
export const defaultHelpRules: readonly HelpRule[] = [
  {
    when: 'distribution',
    values: ['distributed', 'embedded'],
    licences: COPYLEFT,
    competencies: ['licence-compliance', 'tag:copyleft'],
  },
  {
    when: 'distribution',
    values: ['network-service'],
    licences: ['AGPL-*', 'EUPL-*', 'OSL-*', 'SSPL-*'],
    competencies: ['licence-compliance', 'tag:copyleft'],
  },
  {
    when: 'licence',
    values: ['AGPL-*', 'GPL-*', 'SSPL-*', 'BUSL-*'],
    competencies: ['licence-compliance', 'tag:copyleft'],
  },
  {
    when: 'licence-unknown',
    competencies: ['licence-compliance', 'tag:licence-data'],
  },
  { when: 'no-sbom', competencies: ['sbom-tooling', 'tag:sbom'] },
  { when: 'finding', competencies: ['sbom-tooling', 'tag:sbom'] },
  {
    when: 'inner-source',
    competencies: ['innersource-methodology', 'tag:inner-source'],
  },
];

/** What is known of whatever somebody wants help with. */
export interface HelpFacts {
  /** Value of `ospo/distribution`. */
  distribution?: string;
  isInnerSource: boolean;
  /** Undefined when nothing is known of its open source. */
  use: FactsOfUse | undefined;
}

/** The competencies that the facts call for, each with every reason. Only what is declared is suggested. */
export function suggestHelp(
  facts: HelpFacts,
  rules: readonly HelpRule[],
  competencies: readonly Competency[],
): HelpSuggestion[] {
  const suggestions = new Map<string, HelpSuggestion>();
  for (const rule of rules) {
    const reasons = reasonsOf(rule, facts);
    for (const competency of competencies) {
      if (
        reasons.length > 0 &&
        rule.competencies.some(selector => selects(selector, competency))
      ) {
        const { ref, title, coverage, requestTypes } = competency;
        const suggestion = suggestions.get(ref) ?? {
          competency: { ref, title, coverage },
          reasons: [],
          requestType: rule.requestType ?? requestTypes[0],
        };
        for (const reason of reasons) {
          if (
            !suggestion.reasons.some(
              ({ code, fact }) => code === reason.code && fact === reason.fact,
            )
          ) {
            suggestion.reasons.push(reason);
          }
        }
        suggestions.set(ref, suggestion);
      }
    }
  }
  return [...suggestions.values()];
}

function reasonsOf(rule: HelpRule, facts: HelpFacts): HelpReason[] {
  const { use, distribution } = facts;
  switch (rule.when) {
    case 'distribution': {
      if (!distribution || !isAmong(distribution, rule.values)) {
        return [];
      }
      const licences = rule.licences && licencesLike(use, rule.licences);
      return licences?.length === 0
        ? []
        : [
            { code: 'distribution', fact: distribution, source: 'annotation' },
            ...(licences ?? []),
          ];
    }
    case 'licence':
      return licencesLike(use, rule.values);
    case 'licence-unknown': {
      const packages = (use?.licences ?? [])
        .filter(licence => licence.status !== 'known')
        .reduce((sum, licence) => sum + licence.packages, 0);
      return packages > 0
        ? [{ code: 'licence-unknown', fact: String(packages), source: 'sbom' }]
        : [];
    }
    case 'no-sbom':
      return use?.hasSbom === false
        ? [{ code: 'no-sbom', fact: 'no-sbom', source: 'sbom' }]
        : [];
    case 'finding':
      return [
        ...new Set((use?.findings ?? []).filter(isError).map(f => f.code)),
      ]
        .filter(code => isAmong(code, rule.values))
        .map(code => ({ code: 'finding', fact: code, source: 'sbom' }));
    default:
      return facts.isInnerSource
        ? [{ code: 'inner-source', fact: 'true', source: 'annotation' }]
        : [];
  }
}

function licencesLike(
  use: FactsOfUse | undefined,
  patterns: readonly string[] | undefined,
): HelpReason[] {
  return (use?.licences ?? [])
    .filter(
      ({ status, text }) =>
        status === 'known' &&
        text.split(/[\s()]+/).some(id => isAmong(id, patterns)),
    )
    .map(({ text, packages }) => ({
      code: 'licence',
      fact: `${text} × ${packages}`,
      source: 'sbom',
    }));
}

function isError({ severity }: { severity: string }): boolean {
  return severity === 'error';
}

function isAmong(value: string, patterns: readonly string[] | undefined) {
  return (
    patterns === undefined ||
    patterns.some(pattern =>
      pattern.endsWith('*')
        ? value.startsWith(pattern.slice(0, -1))
        : value === pattern,
    )
  );
}

function selects(selector: string, competency: Competency): boolean {
  const { ref, tags, externalIds } = competency;
  if (selector === ref || ref.endsWith(`/${selector}`)) {
    return true;
  }
  const colon = selector.indexOf(':');
  if (colon < 0) {
    return false;
  }
  const [frame, id] = [selector.slice(0, colon), selector.slice(colon + 1)];
  return frame === 'tag'
    ? tags.includes(id)
    : externalIds[frame]?.includes(id) ?? false;
}
