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
import { ButtonLink } from '@backstage/ui';
import {
  ospoApiRef,
  ospoInnerSourceTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { CsvButton } from '../shared/CsvButton';
import styles from '../shared/Office.module.css';
import { Panel, PartTitle } from '../shared/Screen';
import { useOspoLinks } from '../shared/useOspoLinks';
import { Checklist } from './Checklist';
import { releaseTemplate } from './checklistTemplates';
import { ProjectPanelProps } from './TakePartPanel';
import { useLineFact } from './useLineFact';

/** What is missing before the project can be published, and the request that asks for it. */
export function ReleasePanel(props: ProjectPanelProps) {
  const { project } = props;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const links = useOspoLinks();
  return (
    <Panel
      title={t('release.title')}
      actions={
        <ButtonLink
          variant="secondary"
          href={links.ask({ type: 'release-open-source', entity: project.ref })}
        >
          {t('release.ask')}
        </ButtonLink>
      }
    >
      <p className={styles.line}>
        {project.release.every(({ state }) => state === 'met')
          ? t('release.ready')
          : t('release.intro')}
      </p>
      <Checklist
        lines={project.release}
        name={id => t(`release.line.${id}`)}
        mend={id => t(`release.mend.${id}`)}
        template={id => releaseTemplate(id, project)}
        fact={useLineFact(project)}
      />
      <PublicFile project={project} />
    </Panel>
  );
}

/** The file that catalogues of public software read, or what somebody has to say before there can be one. */
function PublicFile(props: ProjectPanelProps) {
  const { ref, publiccodeGaps } = props.project;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const ospo = useApi(ospoApiRef);
  return (
    <>
      <PartTitle>{t('release.publiccode')}</PartTitle>
      {publiccodeGaps.length === 0 ? (
        <>
          <p className={styles.line}>{t('release.publiccodeHint')}</p>
          <div>
            <CsvButton
              fileName="publiccode.yml"
              label={t('release.publiccodeDownload')}
              load={() => ospo.innersource.downloadPubliccode({ ref })}
            />
          </div>
        </>
      ) : (
        <>
          <p className={styles.line}>{t('release.publiccodeMissing')}</p>
          <ul className={styles.list}>
            {publiccodeGaps.map(gap => (
              <li key={gap}>{t(`release.gap.${gap}`)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
