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
  RequestPreview,
  RequestType,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { LoadState } from '../../shared/useLoad';
import { useOspo } from '../../shared/useOspo';
import { AskValues } from './askRules';

const PAUSE_MS = 500;

/** What the request would bring about as it is written now, asked when typing pauses. */
export function usePreview(
  type: RequestType,
  values: Pick<AskValues, 'title' | 'answers' | 'subject'>,
): LoadState<RequestPreview> {
  const { title, answers, subject } = values;
  const written = JSON.stringify({
    typeId: type.id,
    title: title.trim() || undefined,
    answers,
    subject,
  });
  const [asked, setAsked] = useState(written);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(written), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [written]);
  return useOspo(['preview', asked], (api, signal) =>
    api.requests.previewRequest(JSON.parse(asked), { signal }),
  );
}
