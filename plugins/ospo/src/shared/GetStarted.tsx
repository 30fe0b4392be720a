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

import {
  discoveryApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { ButtonLink } from '@backstage/ui';
import { SBOM_ANNOTATION } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { CopyBlock } from './CopyBlock';
import { EmptyFace } from './Faces';
import styles from './GetStarted.module.css';
import { useLoad } from './useLoad';
import { useOspoLinks } from './useOspoLinks';

export interface GetStartedProps {
  /** The component that the lines are written for; an example when absent. */
  entityRef?: string;
  /** True where the field for uploading stands right above, and needs no words here. */
  isBelowUpload?: boolean;
}

/** The three ways of sending a first SBOM, ready to copy. */
export function GetStarted(props: GetStartedProps) {
  const { entityRef, isBelowUpload } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const links = useOspoLinks();
  const discovery = useApi(discoveryApiRef);
  const baseUrl = useLoad('base', () => discovery.getBaseUrl('ospo'));
  const { kind, namespace, name } = parseEntityRef(
    entityRef ?? 'component:default/my-component',
  );
  const path = [kind.toLocaleLowerCase('en-US'), namespace, name]
    .map(encodeURIComponent)
    .join('/');
  const base =
    baseUrl.status === 'loaded' ? baseUrl.value : 'https://…/api/ospo';
  const curl = [
    'curl --fail --upload-file bom.json \\',
    '  --header "Authorization: Bearer $TOKEN" \\',
    '  --header "Content-Type: application/octet-stream" \\',
    `  "${base}/components/${path}/sboms"`,
  ].join('\n');
  const annotation = `metadata:\n  annotations:\n    ${SBOM_ANNOTATION}: ./bom.json`;

  return (
    <EmptyFace
      title={t(isBelowUpload ? 'start.otherTitle' : 'start.title')}
      hint={isBelowUpload ? undefined : t('start.text')}
    >
      <ul className={styles.ways}>
        {!entityRef && (
          <li>
            <strong>{t('start.upload')}</strong>
            <p>{t('start.uploadHint')}</p>
            <ButtonLink
              variant="secondary"
              href={links.components({ sbomState: 'none' })}
            >
              {t('start.components')}
            </ButtonLink>
          </li>
        )}
        <li>
          <strong>{t('start.curl')}</strong>
          <CopyBlock text={curl} />
        </li>
        <li>
          <strong>{t('start.annotation')}</strong>
          <p>{t('start.annotationHint')}</p>
          <CopyBlock text={annotation} />
        </li>
      </ul>
    </EmptyFace>
  );
}
