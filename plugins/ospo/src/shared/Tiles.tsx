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
import styles from './Tiles.module.css';

export interface TilesProps {
  children: ReactNode;
}

export function Tiles(props: TilesProps) {
  return <ul className={styles.tiles}>{props.children}</ul>;
}

export interface TileFact {
  text: string;
  href: string;
  /** Nothing is behind a zero, so it leads nowhere. */
  count: number;
}

export interface TileProps {
  label: string;
  value?: string;
  /** What the number counts. */
  hint?: string;
  /** Parts of the number, each with a way to its rows where there is one. */
  facts?: (string | TileFact)[];
  /** Where the rows behind the number are. */
  href: string;
}

/** A number that says what it counts and leads to the rows behind it. */
export function Tile(props: TileProps) {
  const { label, value, hint, facts = [], href } = props;
  return (
    <li className={styles.tile}>
      <Link href={href} standalone className={styles.main}>
        <span className={styles.label}>{label}</span>
        {value !== undefined && <span className={styles.value}>{value}</span>}
        {hint && <span className={styles.hint}>{hint}</span>}
      </Link>
      {facts.length > 0 && (
        <ul className={styles.facts}>
          {facts.map(fact => (
            <li key={typeof fact === 'string' ? fact : fact.text}>
              <Fact fact={fact} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Fact(props: { fact: string | TileFact }) {
  const { fact } = props;
  if (typeof fact === 'string') {
    return <>{fact}</>;
  }
  return fact.count === 0 ? (
    <>{fact.text}</>
  ) : (
    <Link href={fact.href} variant="body-small">
      {fact.text}
    </Link>
  );
}
