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

import { useCallback, useRef } from 'react';
import {
  InnerSourceProject,
  OspoPage,
} from '@ospo-suite/backstage-plugin-ospo-common';

type Page = OspoPage<InnerSourceProject>;

interface Known {
  text: string;
  project: InnerSourceProject;
}

/**
 * Gives a page with the very objects of the page before for projects of which nothing changed, so that those need not
 * be drawn again: with each key that somebody types, many stay.
 */
export function useUnchangedProjects(): (page: Page) => Page {
  const before = useRef<{
    given?: Page;
    page?: Page;
    known: Map<string, Known>;
  }>({ known: new Map() });
  return useCallback(given => {
    if (before.current.given === given && before.current.page) {
      return before.current.page;
    }
    const known = new Map(
      given.items.map((project): [string, Known] => {
        const text = JSON.stringify(project);
        const old = before.current.known.get(project.ref);
        return [project.ref, old?.text === text ? old : { text, project }];
      }),
    );
    const page = {
      ...given,
      items: given.items.map(item => known.get(item.ref)?.project ?? item),
    };
    before.current = { given, page, known };
    return page;
  }, []);
}
