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
import { ospoApiRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { statusOf } from '../../shared/errorText';
import { AskValues } from './askRules';
import { forgetValues, keepValues } from './keptValues';

const PAUSE_MS = 1500;

/** A draft as the office has it. */
export interface SavedDraft {
  id: string;
  version: number;
}

export interface DraftState {
  status: 'untouched' | 'saving' | 'saved' | 'failed';
  savedAt?: string;
  error?: Error;
  draft?: SavedDraft;
  /** Saves at once and gives what was saved. */
  flush(): Promise<SavedDraft>;
}

/**
 * Keeps what is written as a draft, a moment after typing pauses. When that fails it stays in the browser tab, so that
 * neither a dropped connection nor a reload loses it.
 */
export function useDraft(options: {
  typeId: string;
  values: AskValues;
  isTouched: boolean;
  draft: SavedDraft | undefined;
  onSavedFirst: (id: string) => void;
}): DraftState {
  const { typeId, values, isTouched, onSavedFirst } = options;
  const { requests } = useApi(ospoApiRef);
  const [state, setState] = useState<Omit<DraftState, 'flush'>>({
    status: 'untouched',
    draft: options.draft,
  });
  const draft = useRef(options.draft);
  const latest = useRef(values);
  latest.current = values;
  const written = JSON.stringify(values);
  const saved = useRef(isTouched ? undefined : written);
  // One save at a time: a later one needs the version that the earlier one made.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const latestOnSavedFirst = useRef(onSavedFirst);
  latestOnSavedFirst.current = onSavedFirst;

  const save = useCallback(async (): Promise<SavedDraft> => {
    const sent = latest.current;
    const text = JSON.stringify(sent);
    if (draft.current && saved.current === text) {
      return draft.current;
    }
    const isFirst = draft.current === undefined;
    setState(before => ({ ...before, status: 'saving' }));
    try {
      const body = { typeId, ...sent };
      const { id, version, updatedAt } = draft.current
        ? await requests.saveRequest(draft.current.id, {
            ...body,
            version: draft.current.version,
          })
        : await requests.createRequest(body);
      forgetValues(draft.current?.id ?? typeId);
      draft.current = { id, version };
      saved.current = text;
      setState({ status: 'saved', savedAt: updatedAt, draft: draft.current });
      if (isFirst) {
        latestOnSavedFirst.current(id);
      }
      return draft.current;
    } catch (caught) {
      const error =
        caught instanceof Error ? caught : new Error(String(caught));
      keepValues(draft.current?.id ?? typeId, sent);
      setState(before => ({ ...before, status: 'failed', error }));
      if (draft.current && statusOf(error) === 409) {
        // Changed in another tab: saving again is then a choice of the person, against the newest version.
        const { id } = draft.current;
        const newest = await requests.getRequest(id).catch(() => undefined);
        draft.current = newest
          ? { id, version: newest.version }
          : draft.current;
      }
      throw error;
    }
  }, [requests, typeId]);

  const flush = useCallback((): Promise<SavedDraft> => {
    const next = queue.current.then(save, save);
    queue.current = next.catch(() => undefined);
    return next;
  }, [save]);

  useEffect(() => {
    if (!isTouched || saved.current === written) {
      return undefined;
    }
    const timer = setTimeout(() => {
      // Told by the state.
      flush().catch(() => undefined);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [isTouched, written, flush]);

  return { ...state, flush };
}
