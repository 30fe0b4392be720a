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
  InnerSourceProjectDetail,
  ProjectFieldSource,
  projectFieldSources,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ProjectFields } from '../discovery/CatalogFacts';
import { Publication } from '../discovery/Publication';

export type FieldLayers = Partial<Record<ProjectFieldSource, ProjectFields>>;

export interface MergedFields
  extends Omit<
    ProjectFields,
    'channels' | 'skills' | 'contributions' | 'publication'
  > {
  skills: string[];
  contributions: string[];
  topics: string[];
  channels: InnerSourceProjectDetail['channels'];
  publication: Publication;
  sources: InnerSourceProjectDetail['sources'];
}

type Single = keyof Omit<ProjectFields, 'channels' | 'topics' | 'publication'>;
const SINGLE: Single[] = [
  'title',
  'description',
  'motivation',
  'skills',
  'contributions',
  'language',
  'governanceLevel',
  'licence',
  'logo',
  'docs',
  'trustedCommitters',
];

/**
 * One project out of what its sources say: of each field the strongest source wins whole, with its name kept. Channels
 * and topics add up, because one more door is never wrong.
 */
export function mergeFields(layers: FieldLayers): MergedFields {
  const sources: MergedFields['sources'] = {};
  const fields: ProjectFields = {};
  for (const field of SINGLE) {
    const source = projectFieldSources.find(candidate =>
      isSaid(layers[candidate]?.[field]),
    );
    if (source) {
      Object.assign(fields, { [field]: layers[source]?.[field] });
      sources[field] = source;
    }
  }
  const channels = channelsOf(layers);
  if (channels.length > 0) {
    sources.channels = channels[0].source;
  }
  return {
    ...fields,
    skills: fields.skills ?? [],
    contributions: fields.contributions ?? [],
    topics: [
      ...new Set(
        projectFieldSources.flatMap(source => layers[source]?.topics ?? []),
      ),
    ],
    channels,
    publication: Object.assign(
      {},
      ...projectFieldSources
        .map(source => layers[source]?.publication)
        .reverse(),
    ),
    sources,
  };
}

function channelsOf(layers: FieldLayers): MergedFields['channels'] {
  const byUrl = new Map<string, MergedFields['channels'][number]>();
  for (const source of projectFieldSources) {
    for (const channel of layers[source]?.channels ?? []) {
      if (!byUrl.has(channel.url)) {
        byUrl.set(channel.url, { ...channel, source });
      }
    }
  }
  return [...byUrl.values()];
}

function isSaid(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}
