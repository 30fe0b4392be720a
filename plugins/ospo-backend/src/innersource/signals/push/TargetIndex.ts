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

import { SignalsTarget, SignalsTargets } from '../../SignalsReader';

const PAGE = 500;

/** The projects by entity ref and by repository, for matching rows that come from outside. */
export class TargetIndex {
  readonly #byRef = new Map<string, SignalsTarget>();
  readonly #bySlug = new Map<string, SignalsTarget[]>();

  static async read(targets: SignalsTargets): Promise<TargetIndex> {
    const index = new TargetIndex();
    let after: string | undefined;
    for (;;) {
      const page = await targets.listTargets({ after, limit: PAGE });
      page.forEach(target => index.#add(target));
      after = page.at(-1)?.ref;
      if (page.length < PAGE) {
        return index;
      }
    }
  }

  private constructor() {}

  /** Projects of a row, and of how many hosts they are. Several projects may share a repository. */
  find(row: { entityRef?: string; host?: string; slug?: string }): {
    targets: SignalsTarget[];
    hosts: string[];
  } {
    if (row.entityRef !== undefined) {
      const target = this.#byRef.get(row.entityRef);
      return { targets: target ? [target] : [], hosts: [] };
    }
    const targets = (this.#bySlug.get(row.slug ?? '') ?? []).filter(
      ({ repository }) =>
        row.host === undefined || repository?.host.toLowerCase() === row.host,
    );
    return {
      targets,
      hosts: [
        ...new Set(targets.flatMap(({ repository }) => repository?.host ?? [])),
      ].sort(),
    };
  }

  #add(target: SignalsTarget): void {
    this.#byRef.set(target.ref, target);
    const slug = target.repository?.slug.toLowerCase();
    if (slug) {
      this.#bySlug.set(slug, [...(this.#bySlug.get(slug) ?? []), target]);
    }
  }
}
