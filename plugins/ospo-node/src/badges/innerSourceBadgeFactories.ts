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
import { Config } from '@backstage/config';
import {
  GOVERNANCE_LEVEL_ANNOTATION,
  governanceLevels,
  INNER_SOURCE_ANNOTATION,
  OSPO_ANNOTATION_PREFIX,
  readOspoAnnotation,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { readAnnotationPrefixes } from '../readAnnotationPrefixes';

const BADGES_ANNOTATION = `${OSPO_ANNOTATION_PREFIX}badges`;

/** Colours that hold white text by WCAG AA. */
const COLOURS = { open: '#1a6e3c', retired: '#595959' };

/** What the badges plugin hands to a factory. @public */
export interface InnerSourceBadgeContext {
  config: Config;
  entity?: Entity;
  style?: InnerSourceBadge['style'];
}

/** A badge in the form of the badges plugin. @public */
export interface InnerSourceBadge {
  kind: 'entity';
  label: string;
  message: string;
  color: string;
  description: string;
  style?: 'plastic' | 'flat' | 'flat-square' | 'for-the-badge' | 'social';
}

/**
 * How far a project is open inside the organisation, for `setBadgeFactories` of
 * `@backstage-community/plugin-badges-backend`.
 *
 * That plugin shows badges to anybody who knows their address, and asks the catalog with its own credentials. So this
 * one tells of nothing but what stands in the annotations of an entity whose owner asks for a badge with
 * `ospo/badges: 'true'`; all others have the same one, which says nothing.
 *
 * @public
 */
export const innerSourceBadgeFactories = {
  'ospo-inner-source': {
    createBadge({
      config,
      entity,
      style,
    }: InnerSourceBadgeContext): InnerSourceBadge {
      const message = entity && messageOf(entity, config);
      return {
        kind: 'entity',
        label: 'inner source',
        message: message ?? 'not told',
        color: COLOURS[!message || message === 'retired' ? 'retired' : 'open'],
        description: 'How far the project is open inside the organisation',
        ...(style && { style }),
      };
    },
  },
};

/** Undefined unless the owner wants it told. */
function messageOf(entity: Entity, config: Config): string | undefined {
  const prefixes = readAnnotationPrefixes(config);
  const said = (annotation: string) =>
    readOspoAnnotation(entity, annotation, prefixes)?.value.toLowerCase();
  if (
    said(BADGES_ANNOTATION) !== 'true' ||
    said(INNER_SOURCE_ANNOTATION) === 'false'
  ) {
    return undefined;
  }
  if (entity.spec?.lifecycle === 'deprecated') {
    return 'retired';
  }
  const level = said(GOVERNANCE_LEVEL_ANNOTATION)?.replace(/[_\s]+/g, '-');
  return (governanceLevels.find(one => one === level) ?? 'open').replace(
    /-/g,
    ' ',
  );
}
