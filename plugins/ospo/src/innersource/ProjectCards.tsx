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

import { memo } from 'react';
import { Link } from '@backstage/ui';
import { InnerSourceProject } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import styles from '../shared/Office.module.css';
import { ToneBadge } from '../shared/StateBadge';
import { useFormat } from '../shared/useFormat';
import { useOspoLinks } from '../shared/useOspoLinks';
import own from './InnerSource.module.css';
import { LabelBadges, UnknownLabels } from './LabelBadge';
import { MarkBadges, ProjectOwner } from './projectBadges';
import { useTranslationRef } from '../shared/useTranslationRef';

const SHOWN_SKILLS = 5;

export interface ProjectListProps {
  label: string;
  projects: InnerSourceProject[];
}

interface ProjectCardProps {
  project: InnerSourceProject;
  href: string;
}

/** Drawn anew only when it is another project, or something of it changed: many stand beside each other. */
const ProjectCard = memo((props: ProjectCardProps) => {
  const { project, href } = props;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  return (
    <li className={own.card}>
      <div className={own.cardHead}>
        <Link href={href} weight="bold">
          {project.title}
        </Link>
        <span className={styles.muted}>
          <ProjectOwner project={project} isSmall />
        </span>
      </div>
      {(project.description ?? project.motivation) && (
        <p className={own.description}>
          {project.description ?? project.motivation}
        </p>
      )}
      <div className={own.badges}>
        {project.governanceLevel && (
          <ToneBadge tone="note">
            {t(`governance.${project.governanceLevel}`)}
          </ToneBadge>
        )}
        <MarkBadges marks={project.marks} />
        <LabelBadges labels={project.labels} isBrief />
      </div>
      <Skills project={project} />
      <div className={own.foot}>
        <Activity project={project} />
        <UnknownLabels labels={project.labels} />
      </div>
    </li>
  );
});

/** Projects to look around in. */
export function ProjectCards(props: ProjectListProps) {
  const links = useOspoLinks();
  return (
    <ul className={own.cards} aria-label={props.label}>
      {props.projects.map(project => (
        <ProjectCard
          key={project.ref}
          project={project}
          href={links.project(project.ref)}
        />
      ))}
    </ul>
  );
}

function Skills(props: { project: InnerSourceProject }) {
  const { language, skills } = props.project;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const format = useFormat();
  const words = [...new Set([...(language ? [language] : []), ...skills])];
  if (words.length === 0) {
    return null;
  }
  const rest = words.length - SHOWN_SKILLS;
  return (
    <span className={styles.muted}>
      {words.slice(0, SHOWN_SKILLS).join(' · ')}
      {rest > 0 &&
        ` ${t('innerSource.moreSkills', { value: format.number(rest) })}`}
    </span>
  );
}

function Activity(props: { project: InnerSourceProject }) {
  const { lastHumanPush, wantedHelp, dependants } = props.project;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const format = useFormat();
  const facts: string[] = [];
  if (lastHumanPush.value !== null) {
    facts.push(
      t('innerSource.pushed', { ago: format.ago(lastHumanPush.value) }),
    );
  }
  if (wantedHelp.value) {
    facts.push(t('innerSource.wantedCount', { count: wantedHelp.value }));
  }
  if (dependants.value) {
    facts.push(t('innerSource.dependantsCount', { count: dependants.value }));
  }
  return facts.length > 0 ? (
    <span className={styles.muted}>{facts.join(' · ')}</span>
  ) : null;
}
