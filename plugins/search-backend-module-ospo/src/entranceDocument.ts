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

import { IndexableDocument } from '@backstage/plugin-search-common';

/**
 * The page behind a type of document, which is there before there is anything on it. Search engines replace an index
 * only by documents: without this one, Backstage's own engine answers a search of a type that is empty with an error,
 * and what was taken back last would be found for ever.
 *
 * @param template - where the documents of the type lead; the page is what stands before the first `:name`
 */
export function entranceDocument(
  texts: { title: string; text: string },
  template: string,
): IndexableDocument {
  return { ...texts, location: template.split('/:')[0] };
}
