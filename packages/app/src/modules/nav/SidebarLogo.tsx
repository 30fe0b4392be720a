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

import { Link, useSidebarOpenState } from '@backstage/core-components';
import styles from './SidebarLogo.module.css';

/** A mushroom: the mark of the fictional agency that the demo shows. */
export function SidebarLogo() {
  const { isOpen } = useSidebarOpenState();
  return (
    <Link
      to="/"
      underline="none"
      className={styles.link}
      aria-label="Kantarell, home"
    >
      <svg
        className={styles.mark}
        viewBox="0 0 24 24"
        width="28"
        height="28"
        aria-hidden="true"
      >
        <path d="M12 3C6.5 3 2.5 6.2 2.5 9.2c0 1.6 2.6 2.3 6 2.6.6 2.6.9 5.500.4 8.200-.1.6.3 1 .9 1h4.400c.6 0 1-.4.9-1-.5-2.700-.2-5.600.4-8.200 3.400-.3 6-1 6-2.600C21.500 6.200 17.500 3 12 3z" />
      </svg>
      {isOpen && <span className={styles.name}>Kantarell</span>}
    </Link>
  );
}
