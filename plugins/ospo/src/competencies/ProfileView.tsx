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

import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CompetencyProfile } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AsyncContent } from '../shared/AsyncContent';
import styles from '../shared/Office.module.css';
import { Panel, ScreenHead } from '../shared/Screen';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { AbsencesPanel } from './AbsencesPanel';
import { AgreementsPanel } from './AgreementsPanel';
import { EvidencePanel } from './EvidencePanel';
import { MyDataPanel } from './MyDataPanel';
import { ProfileForm } from './ProfileForm';
import { useSteeredCompetencies } from './useSteeredCompetencies';

/** What a person tells about themselves, and everything they can do with it. */
export function ProfileView() {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const state = useOspo(['my profile'], (api, signal) =>
    api.competencies.getMyProfile({ signal }),
  );
  return (
    <>
      <ScreenHead title={t('profile.title')} intro={t('profile.intro')} />
      <AsyncContent state={state} rows={8}>
        {profile => (
          <Full
            profile={profile}
            reload={state.status === 'loaded' ? state.reload : () => {}}
          />
        )}
      </AsyncContent>
    </>
  );
}

function Full(props: { profile: CompetencyProfile; reload: () => void }) {
  const { profile, reload } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  const steered = useSteeredCompetencies();
  // What the panels loaded by themselves is gone with everything else.
  const [erasures, setErasures] = useState(0);
  return (
    <>
      <Panel title={t('profile.entries')}>
        <p className={styles.line}>
          {profile.optedInAt ? (
            t('profile.optedIn', { date: format.date(profile.optedInAt) })
          ) : (
            <>
              <strong>{t('profile.notIn')}.</strong> {t('profile.notInHint')}
            </>
          )}
        </p>
        <ProfileForm
          key={profile.optedInAt ?? ''}
          profile={profile}
          onSaved={reload}
        />
      </Panel>
      <AbsencesPanel profile={profile} onChanged={reload} />
      <AgreementsPanel
        key={`agreements ${erasures}`}
        of={{ providerRef: profile.userRef }}
        steered={steered}
      />
      <EvidencePanel
        key={`evidence ${erasures}`}
        subjectRef={profile.userRef}
      />
      <MyDataPanel
        userRef={profile.userRef}
        onErased={() => {
          setErasures(count => count + 1);
          reload();
        }}
      />
    </>
  );
}
