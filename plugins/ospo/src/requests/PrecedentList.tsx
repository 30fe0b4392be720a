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

import { Link } from '@backstage/ui';
import { Precedent } from '@ospo-suite/backstage-plugin-ospo-common';
import styles from '../shared/Office.module.css';
import { useOspoLinks } from '../shared/useOspoLinks';
import { OutcomeBadge, ValidityBadge } from './badges';

export interface PrecedentListProps {
  precedents: Precedent[];
}

/** Decisions with what they came to and how long they hold. */
export function PrecedentList(props: PrecedentListProps) {
  const links = useOspoLinks();
  return (
    <ul className={styles.list}>
      {props.precedents.map(precedent => (
        <li key={precedent.id} className={styles.item}>
          <Link href={links.precedent(precedent.id)}>{precedent.title}</Link>{' '}
          <OutcomeBadge outcome={precedent.outcome} />{' '}
          <ValidityBadge precedent={precedent} />
        </li>
      ))}
    </ul>
  );
}
