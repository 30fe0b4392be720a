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
import { Link } from '@backstage/ui';
import { RequestSubject } from '@ospo-suite/backstage-plugin-ospo-common';
import { EntityCell, Missing } from '../shared/EntityCells';
import { useOspoLinks } from '../shared/useOspoLinks';

export interface SubjectLinksProps {
  subject: RequestSubject;
}

/** What a request is about, each with the way to it. */
export function SubjectLinks(props: SubjectLinksProps) {
  const { entityRef, packageKey, packageVersion, licenceKey } = props.subject;
  const links = useOspoLinks();
  const parts: ReactNode[] = [];
  if (entityRef) {
    parts.push(
      <EntityCell key="entity" entityRef={entityRef} defaultKind="component" />,
    );
  }
  if (packageKey) {
    parts.push(
      <Link key="package" href={links.package(packageKey)}>
        {packageVersion ? `${packageKey} ${packageVersion}` : packageKey}
      </Link>,
    );
  }
  if (licenceKey) {
    parts.push(
      <Link key="licence" href={links.licence(licenceKey)}>
        {licenceKey.replace(/^[a-z]+:/, '')}
      </Link>,
    );
  }
  return parts.length === 0 ? (
    <Missing />
  ) : (
    <>
      {parts.map((part, index) => (
        <span key={index}>
          {index > 0 && ', '}
          {part}
        </span>
      ))}
    </>
  );
}
