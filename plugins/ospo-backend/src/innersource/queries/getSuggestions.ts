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

import { ProjectSuggestion } from '@ospo-suite/backstage-plugin-ospo-common';
import { formsOf, wordsOf } from '../../competencies';
import { foldText } from '../../shared/foldText';
import { ProjectsView, SeenProject, toListed } from '../view/ProjectsView';

const MAX_SUGGESTIONS = 20;

/** Projects that ask for what somebody is able to do; not their own, and none that is at its end. */
export function getSuggestions(
  view: ProjectsView,
  person: { skills: readonly string[]; claims: ReadonlySet<string> },
): ProjectSuggestion[] {
  const skills = person.skills.map(skill => ({
    skill,
    forms: skillForms(skill),
  }));
  return view.projects
    .filter(({ project: { standing, facts } }) => {
      const isOwn =
        facts.ownerRef !== undefined && person.claims.has(facts.ownerRef);
      return standing !== 'retired' && !isOwn;
    })
    .map(seen => {
      const asked = askedFor(seen);
      const matched = skills.filter(({ forms }) =>
        forms.some(form => asked.has(form)),
      );
      return { seen, matched: matched.map(({ skill }) => skill) };
    })
    .filter(({ matched }) => matched.length > 0)
    .sort(
      (a, b) =>
        b.matched.length - a.matched.length ||
        welcomeOf(b.seen) - welcomeOf(a.seen) ||
        (a.seen.project.ref < b.seen.project.ref ? -1 : 1),
    )
    .slice(0, MAX_SUGGESTIONS)
    .map(({ seen, matched }) => ({
      project: toListed(seen, view),
      skills: matched,
      contributions: seen.project.fields.contributions,
    }));
}

/** A skill of several words is met as a whole; of one word, in any form of it. */
function skillForms(skill: string): string[] {
  const words = wordsOf(skill);
  return words.length === 1
    ? [foldText(skill), ...formsOf(words[0])]
    : [foldText(skill)];
}

function askedFor({ project: { fields } }: SeenProject): Set<string> {
  const asked = [fields.language, ...fields.skills, ...fields.topics];
  return new Set(
    asked.flatMap(text => (text === undefined ? [] : skillForms(text))),
  );
}

function welcomeOf({ labels }: SeenProject): number {
  return labels.welcoming.percentile ?? -1;
}
