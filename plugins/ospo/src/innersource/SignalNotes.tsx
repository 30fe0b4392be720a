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

import { Fragment } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  SignalNote,
  signalNoteTexts,
  SignalValue,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { useSignalSourceWord } from './sourceWords';

export interface SignalNotesProps {
  signal: Pick<SignalValue<unknown>, 'note' | 'notes'>;
}

/** Why a value is not known, or only in part, and the mend; in the reader's language as far as the words are ours. */
export function SignalNotes(props: SignalNotesProps) {
  const { note, notes } = props.signal;
  // A newer backend may have reasons that we have no words for.
  if (!notes || notes.some(({ code }) => !(code in signalNoteTexts))) {
    return note ? <span lang="en">{note}</span> : null;
  }
  return (
    <>
      {notes.map((reason, index) => (
        <Fragment key={reason.code}>
          {index > 0 && ' '}
          <Reason reason={reason} />
        </Fragment>
      ))}
    </>
  );
}

function Reason(props: { reason: SignalNote }) {
  const { code, values = {} } = props.reason;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const sourceWord = useSignalSourceWord();
  if (code === 'said-by-source') {
    return <span lang="en">{values.text}</span>;
  }
  const { source } = values;
  return (
    <>
      {/* Each message names its values itself; which it takes is not known by the code here. */}
      {(t as (key: string, options: object) => string)(`note.${code}`, {
        ...values,
        ...(source !== undefined && { source: sourceWord(String(source)) }),
      })}
    </>
  );
}
