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
  readinessLines,
  releaseLines,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  aProject,
  aProjectDetail,
  aSignal,
  someLabels,
  unknownLabel,
} from '../__testUtils__/projectBuilders';
import { readinessTemplate, releaseTemplate } from './checklistTemplates';
import { groupProjects } from './groupProjects';
import {
  MAX_SAVED,
  readSavedFilters,
  savedSearch,
  withSaved,
} from './savedFilterRules';

describe('groupProjects', () => {
  const named = (title: string, rest: Parameters<typeof aProject>[0] = {}) =>
    aProject({ title, ...rest });
  const titles = (groups: ReturnType<typeof groupProjects>) =>
    groups.map(({ standing, projects, unknown }) => [
      standing,
      projects.map(({ title }) => title),
      unknown.map(({ title }) => title),
    ]);

  it('keeps the order under each heading, and leaves out headings without projects', () => {
    expect(
      titles(
        groupProjects(
          [named('a'), named('b'), named('c', { standing: 'retired' })],
          'title',
        ),
      ),
    ).toEqual([
      ['open', ['a', 'b'], []],
      ['retired', ['c'], []],
    ]);
  });

  it.each([
    ['activity', { labels: someLabels({ activity: unknownLabel }) }],
    ['welcoming', { labels: someLabels({ welcoming: unknownLabel }) }],
    ['reach', { labels: someLabels({ reach: unknownLabel }) }],
    ['last-push', { lastHumanPush: aSignal<string>(null) }],
    ['wanted-help', { wantedHelp: aSignal<number>(null) }],
  ] as const)('sorted by %s, puts apart what is not known', (sort, rest) => {
    expect(titles(groupProjects([named('a'), named('b', rest)], sort))).toEqual(
      [['open', ['a'], ['b']]],
    );
  });

  it('takes no help at all for known', () => {
    const project = named('a', { wantedHelp: aSignal(0) });
    expect(titles(groupProjects([project], 'wanted-help'))).toEqual([
      ['open', ['a'], []],
    ]);
  });
});

describe('saved filters', () => {
  it.each([
    undefined,
    null,
    'text',
    {},
    [null, 3, { name: 'x' }],
    [{ name: ' ', search: '' }],
  ])('of %j are none', stored => {
    expect(readSavedFilters(stored)).toEqual([]);
  });

  it('are bounded in number and length', () => {
    const many = Array.from({ length: 50 }, (_, at) => ({
      name: `${at}`.repeat(100),
      search: 'q=x',
    }));
    const read = readSavedFilters(many);
    expect(read).toHaveLength(MAX_SAVED);
    expect(read[10].name).toHaveLength(80);
  });

  it('replace one of the same name', () => {
    expect(
      withSaved([{ name: 'a', search: 'q=1' }], { name: 'a', search: 'q=2' }),
    ).toEqual([{ name: 'a', search: 'q=2' }]);
  });

  it('leave out the page', () => {
    expect(savedSearch('?q=x&skill=a&skill=b&cursor=c&page=3')).toBe(
      'q=x&skill=a&skill=b',
    );
  });
});

describe('templates', () => {
  const project = aProjectDetail();

  it('of annotations are text to YAML, because Backstage takes nothing else', () => {
    const texts = readinessLines.map(
      line => readinessTemplate(line, project, '2026-11-25')?.text ?? '',
    );
    expect(texts.join('\n')).toContain("ospo/reviewed-on: '2026-11-25'");
    for (const value of texts.join('\n').matchAll(/ospo\/[a-z-]+: (.*)/g)) {
      expect(value[1]).toMatch(/^('.*'|[a-zA-Z.].*)$/);
      expect(value[1]).not.toMatch(/^(true|false|yes|no|null)$/);
    }
  });

  it('name the project', () => {
    expect(releaseTemplate('readme', project)?.text).toContain('# Basket');
    expect(readinessTemplate('contributing', project, '')?.text).toContain(
      'Contributing to Basket',
    );
  });

  it('are not there where nothing can be written beforehand', () => {
    expect(
      releaseLines.filter(line => !releaseTemplate(line, project)),
    ).toEqual(['licence-file', 'licences-known']);
  });
});
