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
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AsyncContent } from '../shared/AsyncContent';
import { EmptyFace } from '../shared/Faces';
import styles from '../shared/Office.module.css';
import surface from '../shared/Surface.module.css';
import { countText, MOST_COUNTED } from '../shared/useCounts';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { useOspoLinks } from '../shared/useOspoLinks';
import { RequestName } from './RequestList';
import { StatusLine } from './StatusLine';

const SHOWN = 5;

/** What waits for the reader at the office, due first. */
export function WaitingWidget() {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const links = useOspoLinks();
  const format = useFormat();
  const state = useOspo(['waiting widget'], async (api, signal) => {
    const [counts, page] = await Promise.all([
      api.requests.countRequests({ signal }),
      api.requests.listRequests(
        { view: 'waiting', sort: 'doneDue', limit: SHOWN },
        { signal },
      ),
    ]);
    return { count: counts.waiting, items: page.items };
  });
  return (
    <div className={`${surface.surface} ${styles.widget}`}>
      <AsyncContent state={state} rows={3}>
        {({ count, items }) =>
          items.length === 0 ? (
            <EmptyFace title={t('widget.none')} hint={t('widget.noneHint')} />
          ) : (
            <>
              <p className={styles.line}>
                {count < MOST_COUNTED
                  ? t('widget.count', { count })
                  : t('widget.countMany', {
                      value: countText(count, format),
                    })}
              </p>
              <ul className={styles.list}>
                {items.map(request => (
                  <li key={request.id} className={styles.item}>
                    <RequestName request={request} />
                    <span className={styles.muted}>
                      <StatusLine request={request} />
                    </span>
                  </li>
                ))}
              </ul>
              <Link href={links.requests('waiting')}>{t('widget.all')}</Link>
            </>
          )
        }
      </AsyncContent>
    </div>
  );
}
