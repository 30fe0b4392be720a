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

import { useState } from 'react';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  defaultEntityPresentation,
} from '@backstage/plugin-catalog-react';
import { Combobox, ComboboxItemText, useAsyncList } from '@backstage/ui';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { entityName } from './entityNames';
import { pause } from './pause';
import surface from './Surface.module.css';
import { useLoad } from './useLoad';

/** As many as a person reads before typing on. */
const SHOWN = 20;
const TYPING_PAUSE_MS = 200;

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'spec.profile.displayName',
  'spec.type',
];
const NAMES = ['metadata.name', 'metadata.title', 'spec.profile.displayName'];

interface EntityOption {
  /** Entity ref. */
  id: string;
  textValue: string;
  description?: string;
  isDisabled?: boolean;
}

export interface EntityFieldProps {
  label: string;
  secondaryLabel?: string;
  description?: string;
  /** Kinds that can be chosen, in small letters. */
  kinds: string[];
  /** Entity ref, when one is chosen. */
  value: string | undefined;
  onChange: (entityRef: string | undefined) => void;
}

/**
 * Chooses an entity of the catalog by a part of its name or title, or by its ref. The catalog answers with what the
 * reader may see and nothing else; a ref that it does not answer for stays as it was given.
 */
export function EntityField(props: EntityFieldProps) {
  const { kinds, value, onChange, ...texts } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const catalog = useApi(catalogApiRef);
  const [picked, setPicked] = useState<EntityOption>();
  const given = useLoad<EntityOption | undefined>(
    `entity ${value}`,
    async () => {
      if (value === undefined || value === picked?.id) {
        return picked;
      }
      const entity = await catalog.getEntityByRef(value);
      return entity && toOption(entity);
    },
  );
  const found = useAsyncList<EntityOption>({
    load: async ({ signal, filterText = '' }) => {
      await pause(TYPING_PAUSE_MS, signal);
      const { items } = await catalog.queryEntities({
        filter: { kind: kinds },
        fullTextFilter: { term: entityName(filterText), fields: NAMES },
        fields: FIELDS,
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: SHOWN,
        totalItems: 'exclude',
      });
      return { items: items.map(toOption) };
    },
  });
  const hasFailed = found.loadingState === 'error';
  const isEmpty = found.loadingState === 'idle' && found.items.length === 0;
  const said = {
    id: '',
    textValue: t(hasFailed ? 'entityField.failed' : 'entityField.none'),
    isDisabled: true,
  };
  const known = given.status === 'loaded' ? given.value : undefined;
  const choose = (option: EntityOption | undefined) => {
    setPicked(option);
    onChange(option?.id);
  };
  const source = {
    ...found,
    // Said as an option that cannot be chosen, because the library's own words for it are English only.
    items: hasFailed || isEmpty ? [said] : found.items,
    setFilterText: (text: string) => {
      // The library keeps what is chosen when its text is emptied.
      if (text === '' && value !== undefined) {
        choose(undefined);
      }
      found.setFilterText(text);
    },
  };
  return (
    <Combobox
      {...texts}
      items={source}
      search={{ mode: 'server' }}
      value={
        value === undefined
          ? null
          : [picked, known].find(option => option?.id === value) ?? {
              id: value,
              textValue: value,
            }
      }
      onChange={option => choose(option ?? undefined)}
    >
      {({ id, textValue, description, isDisabled }) => (
        <ComboboxItemText
          className={surface.surface}
          id={id}
          title={textValue}
          description={description}
          isDisabled={isDisabled}
        />
      )}
    </Combobox>
  );
}

function toOption(entity: Entity): EntityOption {
  const ref = stringifyEntityRef(entity);
  return {
    id: ref,
    textValue: defaultEntityPresentation(entity).primaryTitle,
    description: ref,
  };
}
