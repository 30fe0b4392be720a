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
  LicenceRef,
  LicenceStatus,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { Unknown } from './EntityCells';
import { ToneBadge } from './StateBadge';
import { useOspoLinks } from './useOspoLinks';

const words = {
  absent: 'licence.absent',
  noassertion: 'licence.noassertion',
  none: 'licence.noneStated',
  text: 'licence.text',
  invalid: 'licence.invalid',
} as const satisfies Partial<Record<LicenceStatus, string>>;

/** Some SBOMs hold the whole licence where its name belongs. */
const SHOWN_OF_TEXT = 40;
const SHOWN_OF_EXPRESSION = 160;

function shorten(text: string, shown: number): string {
  return text.length > shown ? `${text.slice(0, shown)}…` : text;
}

/** How a licence is called in running text. */
export function useLicenceName(): (licence: LicenceRef) => string {
  const { t } = useTranslationRef(ospoTranslationRef);
  return licence => {
    if (licence.status === 'known') {
      return shorten(
        licence.expression ?? t('face.unknown'),
        SHOWN_OF_EXPRESSION,
      );
    }
    const raw = licence.raw?.trim();
    return raw ? shorten(raw, SHOWN_OF_TEXT) : t(words[licence.status]);
  };
}

export interface LicenceLinkProps {
  licence: LicenceRef;
}

/** A licence with a way to all that is under it; whatever was not understood says so. */
export function LicenceLink(props: LicenceLinkProps) {
  const { licence } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const links = useOspoLinks();
  const name = useLicenceName()(licence);
  const isWritten = Boolean(licence.raw?.trim());
  return (
    <>
      <Link href={links.licence(licence.key)}>{name}</Link>
      {licence.status !== 'known' && isWritten && (
        <>
          {' '}
          <ToneBadge tone="quiet">{t(words[licence.status])}</ToneBadge>
        </>
      )}
    </>
  );
}

export interface LicenceListProps {
  licences: LicenceRef[];
}

export function LicenceList(props: LicenceListProps) {
  const { licences } = props;
  if (licences.length === 0) {
    return <Unknown />;
  }
  return (
    <>
      {licences.map((licence, index) => (
        <span key={licence.key}>
          {index > 0 && ', '}
          <LicenceLink licence={licence} />
        </span>
      ))}
    </>
  );
}
