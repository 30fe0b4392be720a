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
  /** Deletes what was saved and what was kept; nothing is saved after it. */
  discard(): Promise<void>;
}

export interface DraftOptions {
  typeId: string;
  /** Names what is kept in the browser tab as long as there is no draft. */
  keptAs: string;
  values: AskValues;
  isTouched: boolean;
  draft: SavedDraft | undefined;
  /** Not called once the form is gone: whoever left it is not to be pulled back. */
  onSavedFirst: (id: string) => void;
}

/**
 * Keeps what is written as a draft, a moment after typing pauses, and when the form is left. Until that is done it
 * stays in the browser tab, so that neither a dropped connection nor a reload loses it.
 */
export function useDraft(options: DraftOptions): DraftState {
  const { typeId, keptAs, values, isTouched } = options;
  const { requests } = useApi(ospoApiRef);
  const [state, setState] = useState<
    Pick<DraftState, 'status' | 'savedAt' | 'error' | 'draft'>
  >({ status: 'untouched', draft: options.draft });
  const latest = useRef(options);
  latest.current = options;
  const draft = useRef(options.draft);
  const written = JSON.stringify(values);
  const saved = useRef(isTouched ? undefined : written);
  const tried = useRef<string>();
  // One save at a time: a later one needs the version that the earlier one made.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const isGone = useRef(false);
  const isDiscarded = useRef(false);

  const save = useCallback(async (): Promise<SavedDraft> => {
    const sent = latest.current.values;
    const text = JSON.stringify(sent);
    if (draft.current && saved.current === text) {
      return draft.current;
    }
    const isFirst = draft.current === undefined;
    const name = draft.current?.id ?? keptAs;
    tried.current = text;
    setState(before => ({ ...before, status: 'saving' }));
    try {
      const { title, answers, subject, confidentiality } = sent;
      const body = { typeId, title, answers, subject, confidentiality };
      const { id, version, updatedAt } = draft.current
        ? await requests.saveRequest(draft.current.id, {
            ...body,
            version: draft.current.version,
          })
        : await requests.createRequest(body);
      draft.current = { id, version };
      saved.current = text;
      forgetValues(name);
      if (JSON.stringify(latest.current.values) !== text) {
        keepValues(id, latest.current.values);
      }
      setState({ status: 'saved', savedAt: updatedAt, draft: draft.current });
      if (isFirst && !isGone.current) {
        latest.current.onSavedFirst(id);
      }
      return draft.current;
    } catch (caught) {
      const error =
        caught instanceof Error ? caught : new Error(String(caught));
      keepValues(name, sent);
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
  }, [requests, typeId, keptAs]);

  const flush = useCallback((): Promise<SavedDraft> => {
    const next = queue.current.then(save, save);
    queue.current = next.catch(() => undefined);
    return next;
  }, [save]);

  const discard = useCallback(async () => {
    isDiscarded.current = true;
    await queue.current;
    try {
      if (draft.current) {
        await requests.deleteRequest(draft.current.id);
        forgetValues(draft.current.id);
      }
      forgetValues(keptAs);
    } catch (error) {
      isDiscarded.current = false;
      throw error;
    }
  }, [requests, keptAs]);

  useEffect(() => {
    if (!isTouched || saved.current === written) {
      return undefined;
    }
    keepValues(draft.current?.id ?? keptAs, latest.current.values);
    const timer = setTimeout(() => {
      if (!isDiscarded.current) {
        // Told by the state.
        flush().catch(() => undefined);
      }
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [isTouched, written, keptAs, flush]);

  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      const last = JSON.stringify(latest.current.values);
      // What was tried already is kept: trying it again could go over what another tab wrote.
      const isLeft =
        latest.current.isTouched &&
        last !== saved.current &&
        last !== tried.current;
      if (isLeft && !isDiscarded.current) {
        flush().catch(() => undefined);
      }
    };
  }, [flush]);

  return { ...state, flush, discard };
}
