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
import { ButtonLink, Link } from '@backstage/ui';
import { ProjectSuggestion } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { EmptyFace } from '../shared/Faces';
import styles from '../shared/Office.module.css';
import { useFormat } from '../shared/useFormat';
import { useOspoLinks } from '../shared/useOspoLinks';
import { MarkBadges, ProjectOwner } from './projectBadges';

export interface SuggestionsProps {
  optedIn: boolean;
  items: ProjectSuggestion[];
}

/** Projects that ask for what a person can, each with the reason; or how to come by some. */
export function Suggestions(props: SuggestionsProps) {
  const { optedIn, items } = props;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const links = useOspoLinks();
  if (!optedIn) {
    return (
      <EmptyFace title={t('forMe.notOptedIn')} hint={t('forMe.notOptedInHint')}>
        <div className={styles.row}>
          <ButtonLink variant="primary" href={links.competencyView('profile')}>
            {t('forMe.profile')}
          </ButtonLink>
          <ButtonLink variant="secondary" href={links.projects()}>
            {t('forMe.all')}
          </ButtonLink>
        </div>
      </EmptyFace>
    );
  }
  return items.length === 0 ? (
    <EmptyFace title={t('forMe.none')} hint={t('forMe.noneHint')}>
      <ButtonLink variant="secondary" href={links.projects()}>
        {t('forMe.all')}
      </ButtonLink>
    </EmptyFace>
  ) : (
    <ul className={styles.list}>
      {items.map(item => (
        <Suggestion key={item.project.ref} suggestion={item} />
      ))}
    </ul>
  );
}

function Suggestion(props: { suggestion: ProjectSuggestion }) {
  const { project, skills, contributions } = props.suggestion;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const { language } = useFormat();
  const links = useOspoLinks();
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return (
    <li className={styles.item}>
      <Link href={links.project(project.ref)}>{project.title}</Link>{' '}
      <MarkBadges marks={project.marks} />
      {(project.motivation ?? project.description) && (
        <p className={styles.line}>
          {project.motivation ?? project.description}
        </p>
      )}
      <span className={styles.muted}>
        {t('forMe.because', { skills: list.format(skills) })}{' '}
        {contributions.length > 0 &&
          t('forMe.wants', { list: list.format(contributions) })}
      </span>
      <span className={styles.muted}>
        {t('innerSource.owner')}: <ProjectOwner project={project} isSmall />
      </span>
    </li>
  );
}
