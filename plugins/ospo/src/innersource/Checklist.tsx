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
import { ButtonLink } from '@backstage/ui';
import { ChecklistLine } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { RiCheckLine, RiEditLine } from '@remixicon/react';
import { CopyBlock } from '../shared/CopyBlock';
import styles from '../shared/Office.module.css';
import { safeHref } from '../shared/safeHref';
import { PartTitle } from '../shared/Screen';
import { BadgeTone, ToneBadge } from '../shared/StateBadge';
import { Unfold } from '../shared/Unfold';
import { useFormat } from '../shared/useFormat';
import { Template } from './checklistTemplates';
import own from './InnerSource.module.css';

const tones: Record<'not-met' | 'unknown', BadgeTone> = {
  'not-met': 'warn',
  unknown: 'quiet',
};

export interface ChecklistProps<Id extends string> {
  lines: ChecklistLine<Id>[];
  name: (id: Id) => string;
  mend: (id: Id) => string;
  template: (id: Id) => Template | undefined;
  /** What a line rests on, in words. */
  fact: (line: ChecklistLine<Id>) => ReactNode;
}

/** What is left to do, each line with its mend, and below it what is in place. */
export function Checklist<Id extends string>(props: ChecklistProps<Id>) {
  const { lines, name, fact } = props;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const format = useFormat();
  const met = lines.filter(({ state }) => state === 'met');
  const missing = lines.filter(({ state }) => state === 'not-met');
  const unknown = lines.filter(({ state }) => state === 'unknown');
  return (
    <>
      <p className={styles.line}>
        {t('check.summary', {
          met: format.number(met.length),
          value: format.number(lines.length),
        })}{' '}
        {unknown.length > 0 &&
          t('check.unknownCount', { count: unknown.length })}
      </p>
      {missing.length + unknown.length > 0 && (
        <div>
          <PartTitle>{t('check.todo')}</PartTitle>
          <ul className={own.rows}>
            {[...missing, ...unknown].map(line => (
              <LeftLine key={line.id} line={line} {...props} />
            ))}
          </ul>
        </div>
      )}
      {met.length > 0 && (
        <div>
          <PartTitle>{t('check.done')}</PartTitle>
          <ul className={own.done}>
            {met.map(line => (
              <li key={line.id}>
                <RiCheckLine aria-hidden className={own.tick} />
                <span>
                  {name(line.id)}
                  <span className={styles.muted}>{fact(line)}</span>
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function LeftLine<Id extends string>(
  props: Omit<ChecklistProps<Id>, 'lines'> & { line: ChecklistLine<Id> },
) {
  const { line, name, mend, fact } = props;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const template = props.template(line.id);
  const editor = line.editUrl && safeHref(line.editUrl);
  const factText = fact(line);
  return (
    <li>
      <Unfold
        level={4}
        summary={
          <>
            <span className={own.name}>
              {name(line.id)}
              {factText && <span className={styles.muted}>{factText}</span>}
            </span>{' '}
            {line.state !== 'met' && (
              <ToneBadge tone={tones[line.state]}>
                {t(`check.${line.state}`)}
              </ToneBadge>
            )}
          </>
        }
      >
        <p>{mend(line.id)}</p>
        {template && (
          <>
            <span className={styles.muted}>
              {t('check.copyInto', { place: template.place })}
            </span>
            <CopyBlock text={template.text} />
          </>
        )}
        {editor && (
          <div>
            <ButtonLink
              variant="secondary"
              href={editor}
              target="_blank"
              rel="noopener noreferrer"
              aria-label={t('check.editOf', { name: name(line.id) })}
              iconStart={<RiEditLine aria-hidden />}
            >
              {t('check.edit')}
            </ButtonLink>
          </div>
        )}
      </Unfold>
    </li>
  );
}
