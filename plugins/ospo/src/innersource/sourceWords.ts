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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DiscoveryRule,
  ProjectFieldSource,
  projectFieldSources,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';

// Names of files hold a dot, which a message key may not.
const sources = {
  annotation: 'fieldSource.annotation',
  'innersource.json': 'fieldSource.innersourceJson',
  'publiccode.yml': 'fieldSource.publiccode',
  catalog: 'fieldSource.catalog',
  readme: 'fieldSource.readme',
  codeowners: 'fieldSource.codeowners',
  forge: 'fieldSource.forge',
  imported: 'fieldSource.imported',
} as const satisfies Record<ProjectFieldSource, string>;

const rules = {
  annotation: 'rule.annotation',
  tag: 'rule.tag',
  label: 'rule.label',
  topic: 'rule.topic',
  'innersource-json': 'rule.innersourceJson',
  imported: 'rule.imported',
} as const satisfies Record<DiscoveryRule, string>;

const signalSources = [
  'catalog',
  'usage',
  'local-files',
  'files',
  'git',
  'github',
  'gitlab',
  'push',
  'import',
] as const;

/** What told a signal, or the field that it is, in words; a source that we do not know by its id. */
export function useSignalSourceWord(): (id: string) => string {
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  return id => {
    const known = signalSources.find(word => word === id);
    if (known) {
      return t(`signalSource.${known}`);
    }
    const field = projectFieldSources.find(source => source === id);
    return field ? t(sources[field]) : id;
  };
}

/** Where a field was taken from, in words. */
export function useSourceWord(): (source: ProjectFieldSource) => string {
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  return source => t(sources[source]);
}

/** What listed a project, in words. */
export function useRuleWord(): (rule: DiscoveryRule) => string {
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  return rule => t(rules[rule]);
}
