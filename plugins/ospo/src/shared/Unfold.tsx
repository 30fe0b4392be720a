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
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import styles from './Unfold.module.css';

export interface UnfoldProps {
  /** What stands there while it is closed. */
  summary: ReactNode;
  /** Heading level of the summary. */
  level: 3 | 4;
  children: ReactNode;
}

/** A line that opens to more of it. */
export function Unfold(props: UnfoldProps) {
  const { summary, level, children } = props;
  return (
    <Accordion className={styles.unfold}>
      <AccordionTrigger level={level}>
        <span className={styles.summary}>{summary}</span>
      </AccordionTrigger>
      <AccordionPanel>
        <div className={styles.inside}>{children}</div>
      </AccordionPanel>
    </Accordion>
  );
}
