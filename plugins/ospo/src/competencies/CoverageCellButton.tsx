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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, DialogTrigger, Link, Popover } from '@backstage/ui';
import {
  CompetencyRef,
  CoverageCell,
  CoverageState,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import styles from '../shared/Office.module.css';
import surface from '../shared/Surface.module.css';
import { useFormat } from '../shared/useFormat';
import { useOspoLinks } from '../shared/useOspoLinks';

/** Shapes that stay apart without colour. */
export const coverageSymbols: Record<CoverageState, string> = {
  nobody: '○',
  one: '◔',
  'too-few': '◑',
  'external-only': '↗',
  'contract-ending': '△',
  enough: '●',
};

export interface CoverageCellButtonProps {
  cell: CoverageCell;
  competency: CompetencyRef;
  column: string;
}

/** A cell of the map: symbol and word, and on demand the numbers and the next step. */
export function CoverageCellButton(props: CoverageCellButtonProps) {
  const { cell, competency, column } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  const links = useOspoLinks();
  const state = t(`coverageState.${cell.state}`);
  const ends = format.date(cell.contractEnds);
  return (
    <DialogTrigger>
      <Button
        variant="tertiary"
        className={styles.cell}
        data-state={cell.state}
        aria-label={t('map.cell', {
          competency: competency.title,
          column,
          state,
        })}
      >
        <span aria-hidden>{coverageSymbols[cell.state]}</span> {state}
      </Button>
      <Popover>
        <div className={`${surface.surface} ${styles.widget}`}>
          <strong>
            {competency.title}, {column}
          </strong>
          <p className={styles.line}>
            {state}:{' '}
            {t('map.counts', {
              internal: format.number(cell.internal),
              external: format.number(cell.external),
            })}
            {cell.contractEnds && `; ${t('map.ends', { date: ends })}`}
          </p>
          <p className={styles.line}>
            <strong>{t('map.nextStep')}:</strong>{' '}
            {cell.state === 'contract-ending'
              ? t('map.next.contract-ending', { date: ends })
              : t(`map.next.${cell.state}`)}
          </p>
          <Link href={links.competency(competency.ref)}>{t('map.see')}</Link>
        </div>
      </Popover>
    </DialogTrigger>
  );
}
