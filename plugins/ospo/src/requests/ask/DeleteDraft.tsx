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
import { Button } from '@backstage/ui';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { useNavigate } from 'react-router-dom';
import { ConfirmDialog } from '../../shared/ConfirmDialog';
import { useAction } from '../../shared/useAction';
import { useOspoLinks } from '../../shared/useOspoLinks';
import { DraftState } from './useDraft';

export interface DeleteDraftProps {
  draft: DraftState;
}

/** Deletes a draft, once asked back, and leads to where a person can ask anew. */
export function DeleteDraft(props: DeleteDraftProps) {
  const { discard } = props.draft;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const links = useOspoLinks();
  const navigate = useNavigate();
  const action = useAction();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="tertiary" onPress={() => setIsOpen(true)}>
        {t('ask.delete')}
      </Button>
      <ConfirmDialog
        title={t('ask.deleteTitle')}
        text={t('ask.deleteText')}
        confirm={t('ask.delete')}
        isDestructive
        isOpen={isOpen}
        isPending={action.isPending}
        error={action.error}
        onConfirm={async () => {
          if (await action.run(discard)) {
            navigate(links.ask());
          }
        }}
        onClose={() => {
          setIsOpen(false);
          action.clear();
        }}
      />
    </>
  );
}
