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

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Link } from '@backstage/ui';
import {
  InnerSourceProjectDetail,
  ProjectReadingState,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoApiRef,
  ospoInnerSourceTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { RiRefreshLine } from '@remixicon/react';
import { ActionError } from '../shared/ActionError';
import { Facts } from '../shared/Facts';
import styles from '../shared/Office.module.css';
import { Panel, PartTitle } from '../shared/Screen';
import { BadgeTone, ToneBadge } from '../shared/StateBadge';
import { useAction } from '../shared/useAction';
import { useFormat } from '../shared/useFormat';
import { useOspoLinks } from '../shared/useOspoLinks';
import { useRuleWord, useSignalSourceWord, useSourceWord } from './sourceWords';
import { ProjectPanelProps } from './TakePartPanel';

type Field = keyof InnerSourceProjectDetail['sources'];

const tones: Record<ProjectReadingState['state'], BadgeTone> = {
  ok: 'good',
  partial: 'warn',
  failed: 'bad',
  waiting: 'quiet',
  'not-connected': 'quiet',
};

export interface ProvenancePanelProps extends ProjectPanelProps {
  onRefresh: () => void;
}

/** Why the project is listed, where each field comes from, and how the readings went. */
export function ProvenancePanel(props: ProvenancePanelProps) {
  const { project, onRefresh } = props;
  const { listedBy, sources, readings, sameRepository, repository } = project;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const ospo = useApi(ospoApiRef);
  const refresh = useAction();
  const links = useOspoLinks();
  const rule = useRuleWord();
  const source = useSourceWord();
  const fields = Object.keys(sources) as Field[]; // the type has no other keys
  return (
    <Panel
      title={t('project.provenance')}
      actions={
        project.may.refresh && (
          <Button
            variant="secondary"
            iconStart={<RiRefreshLine aria-hidden />}
            isPending={refresh.isPending}
            onPress={async () => {
              const isDone = await refresh.run(() =>
                ospo.innersource.refreshProject({ ref: project.ref }),
              );
              if (isDone) {
                onRefresh();
              }
            }}
          >
            {t('project.refresh')}
          </Button>
        )
      }
    >
      <ActionError error={refresh.error} />
      <p className={styles.line}>
        {t('project.listedBy', { rule: rule(listedBy.rule) })}
        <code>{listedBy.detail}</code>
      </p>
      {fields.length > 0 && (
        <>
          <PartTitle>{t('project.fields')}</PartTitle>
          <Facts
            facts={fields.flatMap(field => {
              const from = sources[field];
              return from
                ? [{ label: t(`project.field.${field}`), value: source(from) }]
                : [];
            })}
          />
        </>
      )}
      <PartTitle>{t('project.readings')}</PartTitle>
      {readings.length === 0 ? (
        <span className={styles.muted}>
          {repository ? t('project.noReadings') : t('project.noRepository')}
        </span>
      ) : (
        <ul className={styles.list}>
          {readings.map(reading => (
            <Reading key={reading.source} reading={reading} />
          ))}
        </ul>
      )}
      {sameRepository.length > 0 && (
        <>
          <PartTitle>{t('project.sameRepository')}</PartTitle>
          <ul className={styles.list}>
            {sameRepository.map(({ ref, title, path }) => (
              <li key={ref}>
                <Link href={links.project(ref)}>{title}</Link>{' '}
                {path && <code>{path}</code>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function Reading(props: { reading: ProjectReadingState }) {
  const { source, state, fetchedAt, nextAt, note } = props.reading;
  const sourceWord = useSignalSourceWord();
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const format = useFormat();
  return (
    <li>
      {sourceWord(source)}{' '}
      <ToneBadge tone={tones[state]}>{t(`reading.${state}`)}</ToneBadge>{' '}
      {[
        fetchedAt && format.dateTime(fetchedAt),
        nextAt && t('project.nextReading', { date: format.dateTime(nextAt) }),
      ]
        .filter(Boolean)
        .join(', ')}
      {note && (
        <span className={styles.muted} lang="en">
          {note}
        </span>
      )}
    </li>
  );
}
