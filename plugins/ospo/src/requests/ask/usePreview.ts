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

import { useEffect, useState } from 'react';
import {
  Prefill,
  RequestPreview,
  RequestType,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { LoadState } from '../../shared/useLoad';
import { useOspo } from '../../shared/useOspo';
import { AskValues, knownAnswers, withKnown } from './askRules';

const PAUSE_MS = 500;

export interface Previewed {
  preview: LoadState<RequestPreview>;
  /** What is known about the subject as it is written now. */
  facts: Prefill[];
  /** Those of the facts that answer a question. */
  known: (Prefill & { name: string })[];
  /** What the person wrote, with what is known. */
  values: AskValues;
}

/**
 * What the request would bring about as it is written now, asked when typing pauses.
 *
 * @param otherwise - questions that the person answers themselves, whatever is known
 */
export function usePreview(
  type: RequestType,
  own: AskValues,
  otherwise: ReadonlySet<string>,
): Previewed {
  const subject = JSON.stringify(own.subject);
  // Of one subject: they stay while the next answer is under way, and say nothing about another.
  const [found, setFound] = useState<{ subject: string; facts: Prefill[] }>();
  const facts = found?.subject === subject ? found.facts : [];
  const known = knownAnswers(facts, own.answers, otherwise);
  const values = { ...own, answers: withKnown(own.answers, known) };
  const written = JSON.stringify({
    typeId: type.id,
    title: own.title.trim() || undefined,
    answers: values.answers,
    subject: own.subject,
  });
  const [asked, setAsked] = useState(written);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(written), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [written]);
  const preview = useOspo(['preview', asked], async (api, signal) => {
    const question = JSON.parse(asked);
    const answer = await api.requests.previewRequest(question, { signal });
    if (!signal.aborted) {
      setFound({
        subject: JSON.stringify(question.subject),
        facts: answer.prefill,
      });
    }
    return answer;
  });
  return { preview, facts, known, values };
}
