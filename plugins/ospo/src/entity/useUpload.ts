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

import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { IngestReport } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoApiRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { wasRefused } from './wasRefused';

/** How far an upload has come. */
export type UploadState =
  | { step: 'choosing' }
  | { step: 'sending'; share: number }
  | { step: 'done'; report: IngestReport }
  | { step: 'failed'; error: Error }
  /** Stopped when all of it was sent: the backend may have stored it all the same. */
  | { step: 'cancelled' };

export interface UploadInput {
  document: File;
  target?: string;
  stream?: string;
}

/**
 * Sends a document once.
 *
 * @param onChanged - called when a document was stored, and when nobody knows whether it was
 */
export function useUpload(entityRef: string, onChanged: () => void) {
  const ospo = useApi(ospoApiRef);
  const [state, setState] = useState<UploadState>({ step: 'choosing' });
  const running = useRef<AbortController>();

  useEffect(() => () => running.current?.abort(), []);

  const send = async (input: UploadInput) => {
    const controller = new AbortController();
    running.current = controller;
    const show = (next: UploadState) => {
      if (!controller.signal.aborted) {
        setState(next);
      }
    };
    show({ step: 'sending', share: 0 });
    try {
      const report = await ospo.uploadSbom({
        entityRef,
        ...input,
        signal: controller.signal,
        onProgress: share => show({ step: 'sending', share }),
      });
      show({ step: 'done', report });
      if (report.outcome !== 'unchanged') {
        onChanged();
      }
    } catch (caught) {
      const error =
        caught instanceof Error ? caught : new Error(String(caught));
      show({ step: 'failed', error });
      if (!controller.signal.aborted && !wasRefused(error)) {
        onChanged();
      }
    }
  };

  const reset = useCallback(() => setState({ step: 'choosing' }), []);

  const cancel = () => {
    running.current?.abort();
    if (state.step === 'sending' && state.share >= 1) {
      setState({ step: 'cancelled' });
      onChanged();
    } else {
      reset();
    }
  };

  return { state, send, cancel, reset };
}
