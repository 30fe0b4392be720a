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
import { Alert, ButtonLink, Link } from '@backstage/ui';
import { Precedent } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AsyncContent } from '../shared/AsyncContent';
import { Facts } from '../shared/Facts';
import { Panel, ScreenHead } from '../shared/Screen';
import { TextLines } from '../shared/TextLines';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { useOspoLinks } from '../shared/useOspoLinks';
import { OutcomeBadge, ValidityBadge } from './badges';
import { SubjectLinks } from './SubjectLinks';
import { useTypeNames } from './useTypeNames';

export interface PrecedentPageProps {
  id: string;
}

/** A decision that others may reuse: what was decided, under which conditions, and whether it still holds. */
export function PrecedentPage(props: PrecedentPageProps) {
  const { id } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const links = useOspoLinks();
  const state = useOspo(['precedent', id], (api, signal) =>
    api.requests.getPrecedent(id, { signal }),
  );
  return (
    <>
      <Link href={links.requests('precedents')}>{t('precedent.back')}</Link>
      <AsyncContent state={state} rows={4}>
        {precedent => <Full precedent={precedent} />}
      </AsyncContent>
    </>
  );
}

function Full(props: { precedent: Precedent }) {
  const { precedent } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  const links = useOspoLinks();
  const { nameOf } = useTypeNames();
  return (
    <>
      <ScreenHead
        title={precedent.title}
        intro={
          <>
            <OutcomeBadge outcome={precedent.outcome} />{' '}
            {nameOf(precedent.typeId)}
          </>
        }
        actions={
          <ButtonLink
            variant="secondary"
            href={links.ask({ type: precedent.typeId })}
          >
            {t('precedent.reuse')}
          </ButtonLink>
        }
      />
      {precedent.state === 'expired' && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t('precedent.expiredNote')}
        />
      )}
      <Panel>
        <TextLines text={precedent.summary} />
        {precedent.conditions.length > 0 && (
          <div>
            <strong>{t('precedent.conditions')}</strong>
            <ul>
              {precedent.conditions.map(condition => (
                <li key={condition}>{condition}</li>
              ))}
            </ul>
          </div>
        )}
        <Facts
          facts={[
            {
              label: t('precedent.validity'),
              value: <ValidityBadge precedent={precedent} />,
            },
            {
              label: t('precedent.published'),
              value: format.date(precedent.publishedAt),
            },
            {
              label: t('request.subject'),
              value: <SubjectLinks subject={precedent.subject} />,
            },
            {
              label: t('requests.competencies'),
              value: (
                <>
                  {precedent.competencies.map(({ ref, title }, index) => (
                    <span key={ref}>
                      {index > 0 && ', '}
                      <Link href={links.competency(ref)}>{title}</Link>
                    </span>
                  ))}
                </>
              ),
            },
          ]}
        />
      </Panel>
    </>
  );
}
