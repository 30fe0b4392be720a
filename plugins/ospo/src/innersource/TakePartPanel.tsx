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
import { Link } from '@backstage/ui';
import { InnerSourceProjectDetail } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { Facts } from '../shared/Facts';
import styles from '../shared/Office.module.css';
import { safeHref } from '../shared/safeHref';
import { Panel, PartTitle } from '../shared/Screen';
import { ToneBadge } from '../shared/StateBadge';
import { TextLines } from '../shared/TextLines';
import { usePromiseText } from './usePromiseText';

export interface ProjectPanelProps {
  project: InnerSourceProjectDetail;
}

/** Why to take part, in which way, and where to talk. */
export function TakePartPanel(props: ProjectPanelProps) {
  const { project } = props;
  const { motivation, governanceLevel } = project;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const promise = usePromiseText();
  const notSaid = t('project.notSaid');
  return (
    <Panel title={t('project.takePart')}>
      {motivation ? (
        <TextLines text={motivation} />
      ) : (
        <span className={styles.muted}>{t('project.noMotivation')}</span>
      )}
      <p className={styles.line}>
        {governanceLevel ? (
          <>
            <strong>{t(`governance.${governanceLevel}`)}.</strong>{' '}
            {t(`governanceHint.${governanceLevel}`)}
          </>
        ) : (
          t('project.governanceUnknown')
        )}
      </p>
      <Facts
        facts={[
          {
            label: t('project.contributions'),
            value: <Words words={project.contributions} none={notSaid} />,
          },
          {
            label: t('project.skills'),
            value: <Words words={project.skills} none={notSaid} />,
          },
          {
            label: t('project.promise'),
            value: project.reviewSlo ? promise(project.reviewSlo) : notSaid,
          },
        ]}
      />
      <Channels project={project} />
    </Panel>
  );
}

function Words(props: { words: string[]; none: ReactNode }) {
  const { words, none } = props;
  return words.length === 0 ? (
    <>{none}</>
  ) : (
    <span className={styles.row}>
      {words.map(word => (
        <ToneBadge key={word} tone="quiet">
          {word}
        </ToneBadge>
      ))}
    </span>
  );
}

function Channels(props: ProjectPanelProps) {
  const { channels, docs, signals } = props.project;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const shown = [
    ...channels,
    ...(docs && !channels.some(({ url }) => url === docs)
      ? [{ type: 'docs' as const, url: docs, title: undefined }]
      : []),
  ].flatMap(channel => {
    const href = safeHref(channel.url);
    return href ? [{ ...channel, href }] : [];
  });
  // Few projects name a place in the catalog; many have it under a heading of their README.
  const told = signals.welcoming.documentation.value?.find(
    ({ document }) => document === 'communication',
  );
  return (
    <>
      <PartTitle>{t('project.channels')}</PartTitle>
      {shown.length === 0 ? (
        <span className={styles.muted}>
          {told
            ? t('project.talkIn', {
                where: t(`documentAs.${told.as}`, { where: told.where }),
              })
            : t('project.noChannels')}
        </span>
      ) : (
        <ul className={styles.list}>
          {shown.map(({ type, href, title }) => (
            <li key={`${type} ${href}`}>
              {t(`project.channel.${type}`)}:{' '}
              <Link href={href} target="_blank" rel="noopener noreferrer">
                {title ?? href.replace(/^(https?:\/\/|mailto:)/, '')}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
