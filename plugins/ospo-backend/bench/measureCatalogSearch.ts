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

import {
  Figure,
  interleave,
  median,
  number,
  percentile,
  ratios,
  Rounds,
  summarise,
} from 'bench';
import { BenchDatabases } from './BenchDatabases';
import {
  CatalogSize,
  openSearchedBackend,
  withFilledCatalog,
} from './searchedCatalog';
import {
  searchedLanguages,
  searchedLevels,
  searchedSkills,
  searchedWords,
} from './searchedEntities';

interface Question {
  word: string;
  skills: string[];
  language: string;
  level: string;
}

interface SearchOptions {
  databases: BenchDatabases;
  program: string;
  scratch: string;
  rounds: Rounds;
  durationMs: number;
  size: CatalogSize;
}

/** P18: a search with three facets, of our server and of the catalog whose entities it has read, over HTTP. */
export async function measureCatalogSearch(
  options: SearchOptions,
): Promise<Figure> {
  return withFilledCatalog({ ...options, name: 'search' }, place =>
    compareSearches(options, place.database),
  );
}

async function compareSearches(
  options: SearchOptions,
  database: Record<string, unknown>,
): Promise<Figure> {
  const { size, durationMs } = options;
  const { backend, load, headers, seconds } = await openSearchedBackend({
    ...options,
    database,
    projects: size.projects,
  });
  try {
    const questions = searchedWords.map((word, n) => ({
      word,
      skills: [0, 1].map(
        at => searchedSkills[(n + at) % searchedSkills.length],
      ),
      language: searchedLanguages[n % searchedLanguages.length],
      level: searchedLevels[n % searchedLevels.length],
    }));
    const p95 = async (paths: readonly string[]) => {
      const { times } = await load.run({
        requests: paths.map(path => ({ path, headers })),
        durationMs,
        expect: 200,
        connections: 1,
      });
      return percentile(times, 0.95);
    };
    const ours = questions.map(ourPath);
    const theirs = questions.map(catalogPath);
    const times = await interleave(
      { catalog: () => p95(theirs), ours: () => p95(ours) },
      options.rounds,
    );
    const found = await Promise.all(
      [...ours, ...theirs].map(path => load.ask({ path, headers })),
    );
    const hits = found.map(({ body }) => totalOf(JSON.parse(body)));
    const sum = (counts: number[]) => counts.reduce((all, n) => all + n, 0);
    return {
      id: 'P18',
      on: `PostgreSQL, ${number(size.projects)} projects of ${number(
        size.entities,
      )} entities`,
      judged: true,
      measured: summarise(ratios(times.catalog, times.ours)),
      note: `${number(median(times.ours))} against ${number(
        median(times.catalog),
      )} ms, one question at a time; ${sum(
        hits.slice(0, ours.length),
      )} against ${sum(hits.slice(ours.length))} hits of ${
        ours.length
      } questions; found in ${number(seconds)} s`,
    };
  } finally {
    load.close();
    await backend.stop();
  }
}

function ourPath(question: Question): string {
  const { word, skills, language, level } = question;
  const query = new URLSearchParams([
    ['limit', '20'],
    ['q', word],
    ...skills.map(skill => ['skill', skill]),
    ['language', language],
    ['governanceLevel', level],
  ]);
  return `/api/ospo/innersource/projects?${query}`;
}

/** The same of the catalog's own search. Any order that is asked for makes it slower. */
function catalogPath(question: Question): string {
  const { word, skills, language, level } = question;
  const query = new URLSearchParams({
    limit: '20',
    fullTextFilterTerm: word,
    fullTextFilterFields: 'metadata.title,metadata.description',
    filter: [
      'kind=component',
      'metadata.tags.inner-source=true',
      ...skills.map(skill => `metadata.tags=${skill}`),
      `metadata.tags.${language}=true`,
      `metadata.annotations.ospo/governance-level=${level}`,
    ].join(),
  });
  return `/api/catalog/entities/by-query?${query}`;
}

function totalOf(answer: {
  total?: { value: number };
  totalItems?: number;
}): number {
  return answer.total?.value ?? answer.totalItems ?? 0;
}
