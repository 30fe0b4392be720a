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
import { Link } from '@backstage/ui';
import {
  LicenceStatus,
  UsageLicence,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoApiRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { AskButton } from '../shared/AskButton';
import { AsyncContent } from '../shared/AsyncContent';
import { CsvButton } from '../shared/CsvButton';
import { FilterBar } from '../shared/FilterBar';
import { useLicenceName } from '../shared/LicenceLink';
import { ListContent } from '../shared/ListContent';
import { EmptyFace } from '../shared/Faces';
import { Panel, ScreenHead } from '../shared/Screen';
import { useOspo } from '../shared/useOspo';
import { useOspoLinks } from '../shared/useOspoLinks';
import { useQueryState } from '../shared/useQueryState';
import styles from './LicencePage.module.css';
import { usePackageColumns } from './packageColumns';
import { PrecedentsAbout } from './PrecedentsAbout';
import { isNarrowed, readPackagesQuery } from './queries';
import { useListFilters } from './useListFilters';

const hints = {
  known: 'licence.knownHint',
  absent: 'licence.absentHint',
  noassertion: 'licence.noassertionHint',
  none: 'licence.noneHint',
  text: 'licence.textHint',
  invalid: 'licence.invalidHint',
} as const satisfies Record<LicenceStatus, string>;

/** A single identifier has a page at spdx.org; an expression has none. */
function spdxPage(licence: UsageLicence): string | undefined {
  const id = licence.expression ?? '';
  return licence.status === 'known' &&
    /^[A-Za-z0-9.-]+$/.test(id) &&
    !id.startsWith('LicenseRef-')
    ? `https://spdx.org/licenses/${id}.html`
    : undefined;
}

export interface LicencePageProps {
  licenceKey: string;
}

/** One licence: what was understood of it, and the packages under it. */
export function LicencePage(props: LicencePageProps) {
  const { licenceKey } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const links = useOspoLinks();
  const state = useOspo(['licence', licenceKey], (api, signal) =>
    api.getLicence({ key: licenceKey }, { signal }),
  );
  return (
    <>
      <Link href={links.licences()}>{t('nav.back')}</Link>
      <AsyncContent state={state} rows={2} notFoundHint={t('face.notUsedHint')}>
        {licence => (
          <>
            <LicenceHead licence={licence} />
            <PrecedentsAbout licenceKey={licenceKey} />
            <PackagesUnder licenceKey={licenceKey} />
          </>
        )}
      </AsyncContent>
    </>
  );
}

function LicenceHead(props: { licence: UsageLicence }) {
  const { licence } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const name = useLicenceName()(licence);
  const spdx = spdxPage(licence);
  return (
    <>
      <ScreenHead
        title={name}
        actions={<AskButton about={{ licence: licence.key }} name={name} />}
        intro={
          <>
            {t('licences.summary', {
              count: licence.usages,
              components: t('licences.componentCount', {
                count: licence.components,
              }),
              packages: t('licences.packageCount', {
                count: licence.packages,
              }),
            })}{' '}
            {t(hints[licence.status])}{' '}
            {licence.mappedFrom &&
              `${t('licence.mappedFrom', { raw: licence.mappedFrom })} `}
            {spdx && (
              <Link href={spdx} target="_blank" rel="noopener noreferrer">
                {t('licence.spdx')}
              </Link>
            )}
          </>
        }
      />
      {licence.status !== 'known' && licence.raw && (
        <pre className={styles.raw} aria-label={t('field.licence')}>
          {licence.raw}
        </pre>
      )}
    </>
  );
}

function PackagesUnder(props: LicencePageProps) {
  const { licenceKey } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const ospo = useApi(ospoApiRef);
  const query = useQueryState();
  const question = { ...readPackagesQuery(query), licence: [licenceKey] };
  const { licence, ...narrowing } = question;
  const { cursor, ...allRows } = question;
  const filters = useListFilters();
  const columns = usePackageColumns();
  const state = useOspo(['packages', question], (api, signal) =>
    api.listPackages(question, { signal }),
  );
  return (
    <Panel title={t('licences.packages')}>
      <FilterBar
        query={query}
        searchPlaceholder={t('packages.searchPlaceholder')}
        filters={[
          filters.ecosystem,
          filters.owner,
          filters.system,
          filters.relation,
        ]}
        sort={{
          byDefault: '-components',
          options: [
            { value: '-components', label: t('sort.components') },
            { value: 'name', label: t('sort.name') },
          ],
        }}
      >
        <CsvButton
          fileName="packages-under-licence.csv"
          load={() => ospo.downloadCsv({ list: 'packages', query: allRows })}
        />
      </FilterBar>
      <ListContent
        label={t('licences.packages')}
        state={state}
        query={query}
        columns={columns}
        getKey={row => row.key}
        isNarrowed={isNarrowed(narrowing)}
        empty={
          <EmptyFace title={t('list.empty')} hint={t('face.notUsedHint')} />
        }
      />
    </Panel>
  );
}
