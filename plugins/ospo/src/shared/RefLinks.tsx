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

import { Fragment } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ERASED_PERSON_REF } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { EntityCell } from './EntityCells';
import { entityName } from './entityNames';
import { ToneBadge } from './StateBadge';

export interface RefLinkProps {
  entityRef: string;
  isMissing?: boolean;
}

/** A person, group or competency by its title; actors that are no entity by a word. */
export function RefLink(props: RefLinkProps) {
  const { entityRef, isMissing } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  if (entityRef === 'system') {
    return <>{t('who.system')}</>;
  }
  if (entityRef === ERASED_PERSON_REF) {
    return <>{t('who.erased')}</>;
  }
  return isMissing ? (
    <>
      {entityName(entityRef)}{' '}
      <ToneBadge tone="warn">{t('who.missing')}</ToneBadge>
    </>
  ) : (
    <EntityCell entityRef={entityRef} defaultKind="group" />
  );
}

export interface RefLinksProps {
  refs: string[];
}

export function RefLinks(props: RefLinksProps) {
  const { t } = useTranslationRef(ospoTranslationRef);
  if (props.refs.length === 0) {
    return <>{t('who.nobody')}</>;
  }
  return (
    <>
      {props.refs.map((entityRef, index) => (
        <Fragment key={entityRef}>
          {index > 0 && ', '}
          <RefLink entityRef={entityRef} />
        </Fragment>
      ))}
    </>
  );
}
