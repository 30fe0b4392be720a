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
import styles from './SubNav.module.css';

export interface SubNavProps {
  label: string;
  items: { id: string; label: string; href: string; count?: string }[];
  current: string | undefined;
  /** True for a choice inside a panel, below the views of the tab itself. */
  isMinor?: boolean;
}

/** Views of one tab, each with an address of its own. */
export function SubNav(props: SubNavProps) {
  const { label, items, current, isMinor } = props;
  return (
    <nav aria-label={label}>
      <ul className={styles.list} data-minor={isMinor || undefined}>
        {items.map(item => (
          <li key={item.id}>
            <Link
              href={item.href}
              standalone
              className={styles.link}
              aria-current={item.id === current ? 'page' : undefined}
            >
              {item.label}
              {item.count !== undefined && (
                <span className={styles.count}> {item.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
