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
import { Link } from '@backstage/ui';
import { UsagePackageDetail } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AskButton } from '../shared/AskButton';
import { AsyncContent } from '../shared/AsyncContent';
import { LicenceList } from '../shared/LicenceLink';
import { packageName } from '../shared/packageName';
import { Panel, ScreenHead } from '../shared/Screen';
import { ToneBadge } from '../shared/StateBadge';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { useOspoLinks } from '../shared/useOspoLinks';
import styles from './PackagePage.module.css';
import { PackageUsages } from './PackageUsages';
import { PackageVersions } from './PackageVersions';
import { PrecedentsAbout } from './PrecedentsAbout';

export interface PackagePageProps {
  purl: string;
}

/** One package: which versions there are, and who uses it. */
export function PackagePage(props: PackagePageProps) {
  const { purl } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const links = useOspoLinks();
  const state = useOspo(['package', purl], (api, signal) =>
    api.getPackage({ purl }, { signal }),
  );
  return (
    <>
      <Link href={links.packages()}>{t('nav.back')}</Link>
      <AsyncContent state={state} rows={3} notFoundHint={t('face.notUsedHint')}>
        {detail => (
          <>
            <PackageHead detail={detail} />
            <PrecedentsAbout packageKey={detail.key} />
            <div className={styles.columns}>
              {detail.versionList.length > 0 && (
                <Panel title={t('package.versions')}>
                  <PackageVersions detail={detail} />
                </Panel>
              )}
              <PackageUsages detail={detail} />
            </div>
          </>
        )}
      </AsyncContent>
    </>
  );
}

function PackageHead(props: { detail: UsagePackageDetail }) {
  const { detail } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  return (
    <ScreenHead
      title={
        <>
          {packageName(detail)}{' '}
          <ToneBadge tone="note">{detail.ecosystem}</ToneBadge>{' '}
          {detail.weak && (
            <ToneBadge tone="quiet">{t('list.weakLabel')}</ToneBadge>
          )}
        </>
      }
      intro={
        <>
          <span className={styles.line}>
            {t('package.usedBySummary', {
              count: detail.components,
              direct: format.number(detail.direct),
            })}{' '}
            {detail.firstSeenAt &&
              t('package.firstSeen', {
                date: format.date(detail.firstSeenAt),
              })}
          </span>
          <span className={styles.line}>
            {t('field.licences')}: <LicenceList licences={detail.licences} />
          </span>
          <span className={styles.line}>
            {detail.weak ? (
              t('list.weak')
            ) : (
              <>
                {t('package.purl')}: <code>{detail.key}</code>
              </>
            )}
          </span>
        </>
      }
      actions={
        <AskButton about={{ package: detail.key }} name={packageName(detail)} />
      }
    />
  );
}
