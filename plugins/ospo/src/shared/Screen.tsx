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
import { Box, Container } from '@backstage/ui';
import styles from './Screen.module.css';
import surface from './Surface.module.css';

export interface ScreenProps {
  children: ReactNode;
  /** True inside a page that brings its own width and padding. */
  isInset?: boolean;
}

/** The frame of every screen: width, padding, and the colours that our styles share. */
export function Screen(props: ScreenProps) {
  const content = <div className={styles.stack}>{props.children}</div>;
  return props.isInset ? (
    <div className={surface.surface}>{content}</div>
  ) : (
    <Container className={surface.surface}>{content}</Container>
  );
}

export interface PanelProps {
  title?: string;
  /** Heading level; screens start at 2, because the page header holds the first. */
  level?: 2 | 3;
  actions?: ReactNode;
  children: ReactNode;
}

/** A titled area on a screen. */
export function Panel(props: PanelProps) {
  const { title, level = 2, actions, children } = props;
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    // The surface is told to what lies on it, so that fields and buttons stand out from it.
    <Box
      as="section"
      bg="neutral"
      className={`${surface.surface} ${styles.panel}`}
      aria-label={title}
    >
      {(title || actions) && (
        <div className={styles.panelHead}>
          {title && <Heading className={styles.heading}>{title}</Heading>}
          {actions && <div className={styles.panelActions}>{actions}</div>}
        </div>
      )}
      {children}
    </Box>
  );
}

/** Names a part of a panel. */
export function PartTitle(props: { children: ReactNode }) {
  return <h3 className={styles.partTitle}>{props.children}</h3>;
}

export interface ScreenHeadProps {
  title: ReactNode;
  intro?: ReactNode;
  actions?: ReactNode;
}

export function ScreenHead(props: ScreenHeadProps) {
  const { title, intro, actions } = props;
  return (
    <div className={styles.head}>
      <div className={styles.headText}>
        <h2 className={styles.title}>{title}</h2>
        {intro && <p className={styles.intro}>{intro}</p>}
      </div>
      {actions && <div className={styles.headActions}>{actions}</div>}
    </div>
  );
}
