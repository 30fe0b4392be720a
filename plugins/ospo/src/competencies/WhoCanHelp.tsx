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
import {
  HelpReason,
  HelpSuggestion,
  WhoCanHelp as Help,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoOfficeTranslationRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { AskButton } from '../shared/AskButton';
import { AsyncContent } from '../shared/AsyncContent';
import { CoverageBadge } from '../shared/CoverageBadge';
import { Facts } from '../shared/Facts';
import styles from '../shared/Office.module.css';
import { RefLink } from '../shared/RefLinks';
import { ToneBadge } from '../shared/StateBadge';
import { useOspo } from '../shared/useOspo';
import { useOspoLinks } from '../shared/useOspoLinks';

/** Exactly one of the three. */
export type HelpSubject =
  | { entity: string }
  | { package: string }
  | { licence: string };

export interface WhoCanHelpProps {
  about: HelpSubject;
  name: string;
}

/** People around an entity, a package or a licence, and the competencies that its facts call for, each with why. */
export function WhoCanHelp(props: WhoCanHelpProps) {
  const { about, name } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const state = useOspo(['help', about], (api, signal) =>
    api.competencies.whoCanHelp(toQuery(about), { signal }),
  );
  return (
    <AsyncContent state={state} rows={3}>
      {help => (
        <>
          <People help={help} />
          {help.suggestions.length === 0 ? (
            <p className={styles.line}>{t('whoCanHelp.noSuggestions')}</p>
          ) : (
            <ul
              className={styles.list}
              aria-label={t('whoCanHelp.suggestions')}
            >
              {help.suggestions.map(suggestion => (
                <Suggestion
                  key={suggestion.competency.ref}
                  suggestion={suggestion}
                  about={about}
                />
              ))}
            </ul>
          )}
          <div>
            <AskButton about={about} name={name} />
          </div>
        </>
      )}
    </AsyncContent>
  );
}

function toQuery(about: HelpSubject) {
  if ('entity' in about) {
    return { entityRef: about.entity };
  }
  return 'package' in about
    ? { purl: about.package }
    : { licence: about.licence };
}

function People(props: { help: Help }) {
  const { owner, trustedCommitters } = props.help;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { t: shared } = useTranslationRef(ospoTranslationRef);
  const facts = [];
  if (owner) {
    facts.push({
      label: t('whoCanHelp.owner'),
      value: owner.ref ? (
        <RefLink entityRef={owner.ref} isMissing={owner.state === 'missing'} />
      ) : (
        <ToneBadge tone="warn">{shared('list.noOwner')}</ToneBadge>
      ),
    });
  }
  if (trustedCommitters.length > 0) {
    facts.push({
      label: t('whoCanHelp.committers'),
      value: (
        <ul className={styles.list}>
          {trustedCommitters.map(({ ref, state }) => (
            <li key={ref}>
              <RefLink entityRef={ref} isMissing={state === 'missing'} />
            </li>
          ))}
        </ul>
      ),
    });
  }
  return facts.length > 0 ? <Facts facts={facts} /> : null;
}

function Suggestion(props: { suggestion: HelpSuggestion; about: HelpSubject }) {
  const { suggestion, about } = props;
  const { competency, reasons, requestType } = suggestion;
  const links = useOspoLinks();
  return (
    <li className={`${styles.item} ${styles.apart}`}>
      <div>
        <Link href={links.competency(competency.ref)}>{competency.title}</Link>{' '}
        {competency.coverage === 'nobody' && <CoverageBadge state="nobody" />}
        {reasons.map(reason => (
          <Reason key={`${reason.code} ${reason.fact}`} reason={reason} />
        ))}
      </div>
      <AskButton
        variant="tertiary"
        about={{ ...about, competency: competency.ref, type: requestType }}
        name={competency.title}
      />
    </li>
  );
}

function Reason(props: { reason: HelpReason }) {
  const { code, fact, source } = props.reason;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  return (
    <span className={styles.muted}>
      {t(`whoCanHelp.reason.${code}`, { fact })} (
      {t(`whoCanHelp.source.${source}`)})
    </span>
  );
}
