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

import { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  useEntityPresentation,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { UsageComponentRef } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import styles from './EntityCells.module.css';
import { entityName, toEntityRef } from './entityNames';
import { ToneBadge } from './StateBadge';

/** A second, quieter line of a cell. */
export function Sub(props: { children: ReactNode }) {
  return <span className={styles.sub}>{props.children}</span>;
}

export interface ComponentCellProps {
  component: UsageComponentRef;
}

export function ComponentCell(props: ComponentCellProps) {
  const { component } = props;
  const { entityRef, title, type, lifecycle } = component;
  const entityLink = useEntityRefLink();
  const facts = [type, lifecycle].filter(Boolean).join(', ');
  return (
    <>
      <Link href={entityLink(entityRef)}>{title ?? entityName(entityRef)}</Link>
      {facts && <Sub>{facts}</Sub>}
    </>
  );
}

/** The one who can be asked; a component without is said to have none. */
export function OwnerCell(props: ComponentCellProps) {
  const { ownerRef, ownerState } = props.component;
  const { t } = useTranslationRef(ospoTranslationRef);
  if (ownerState === 'none' || !ownerRef) {
    return <ToneBadge tone="warn">{t('list.noOwner')}</ToneBadge>;
  }
  if (ownerState === 'missing') {
    return (
      <>
        {entityName(ownerRef)}{' '}
        <ToneBadge tone="warn">{t('list.ownerMissing')}</ToneBadge>
      </>
    );
  }
  return <EntityCell entityRef={ownerRef} defaultKind="group" />;
}

export interface EntityCellProps {
  entityRef: string | undefined;
  defaultKind: string;
  /** True in a quieter line below another name. */
  isSmall?: boolean;
}

/** Another entity by the title that the catalog shows for it. */
export function EntityCell(props: EntityCellProps) {
  const { entityRef, defaultKind, isSmall } = props;
  const entityLink = useEntityRefLink();
  if (!entityRef) {
    return <Missing />;
  }
  const fullRef = toEntityRef(entityRef, defaultKind);
  return fullRef ? (
    <Link
      href={entityLink(fullRef)}
      variant={isSmall ? 'body-small' : 'body-medium'}
    >
      <EntityTitle entityRef={fullRef} />
    </Link>
  ) : (
    <>{entityRef}</>
  );
}

/** The plain title: lists hold many, and the catalog's own component brings more than a title. */
function EntityTitle(props: { entityRef: string }) {
  return <>{useEntityPresentation(props.entityRef).primaryTitle}</>;
}

/** Nothing was given; said, not left blank. */
export function Missing() {
  const { t } = useTranslationRef(ospoTranslationRef);
  return <span className={styles.missing}>{t('face.none')}</span>;
}

/** Nothing is known; not the same as none. */
export function Unknown() {
  const { t } = useTranslationRef(ospoTranslationRef);
  return <span className={styles.missing}>{t('face.unknown')}</span>;
}
