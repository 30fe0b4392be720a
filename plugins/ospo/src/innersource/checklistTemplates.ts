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
  InnerSourceProjectDetail,
  ReadinessLine,
  ReleaseLine,
} from '@ospo-suite/backstage-plugin-ospo-common';

/** Text to copy, and the file that it belongs in. */
export interface Template {
  place: string;
  text: string;
}

const CATALOG_FILE = 'catalog-info.yaml';

/** What a template writes of the project. */
export type TemplateFacts = Pick<
  InnerSourceProjectDetail,
  'title' | 'ownerRef' | 'licence'
>;

function inCatalog(lines: string): Template {
  return { place: CATALOG_FILE, text: lines };
}

function annotation(name: string, value: string): Template {
  return inCatalog(`metadata:\n  annotations:\n    ospo/${name}: ${value}`);
}

function file(place: string, lines: string[]): Template {
  return { place, text: lines.join('\n') };
}

function readme({ title }: TemplateFacts): Template {
  return file('README.md', [
    `# ${title}`,
    '',
    'What it does, and for whom.',
    '',
    '## Getting started',
    '',
    'How to build, test and run it.',
    '',
    '## Getting involved',
    '',
    'Whom to ask, where the plans are, and what help is wanted.',
  ]);
}

function contributing({ title }: TemplateFacts): Template {
  return file('CONTRIBUTING.md', [
    `# Contributing to ${title}`,
    '',
    '1. Say in an issue what you want to change, and wait for an answer before you do much work.',
    '2. Make a branch or fork, and keep the change small. Add tests.',
    '3. Run the tests, and open a pull request that names the issue.',
    '4. A trusted committer reviews it, and merges it or says what is missing.',
    '',
    'Bugs and ideas: open an issue. Questions: see Communication in the README.',
  ]);
}

/** The template of a line of the readiness list; some have none, because nothing can be written beforehand. */
export function readinessTemplate(
  line: ReadinessLine,
  facts: TemplateFacts,
  today: string,
): Template | undefined {
  switch (line) {
    case 'owner':
      return inCatalog('spec:\n  owner: group:default/my-team');
    case 'description':
      return inCatalog('metadata:\n  description: What it does, and for whom.');
    case 'readme':
      return readme(facts);
    case 'contributing':
      return contributing(facts);
    case 'communication':
      return inCatalog(
        'metadata:\n  links:\n    - url: https://chat.example.org/our-channel\n      title: Chat\n      type: chat',
      );
    case 'codeowners':
      return file('CODEOWNERS', [
        '# Each line: what it covers, and who reviews it.',
        '*       @my-organisation/my-team',
        '/docs/  @my-organisation/writers',
      ]);
    case 'licence':
      return annotation('licence', facts.licence ?? 'EUPL-1.2');
    case 'trusted-committers':
      return annotation(
        'trusted-committers',
        `user:default/my-name,${facts.ownerRef ?? 'group:default/my-team'}`,
      );
    case 'governance-level':
      return annotation('governance-level', 'contributions-welcome');
    case 'help-wanted':
      return annotation('help-wanted-labels', 'good first issue,help wanted');
    case 'review-promise':
      return annotation('review-slo', 'P2D');
    default:
      return annotation('reviewed-on', `'${today}'`);
  }
}

/** The template of a line of the way to public release. */
export function releaseTemplate(
  line: ReleaseLine,
  facts: TemplateFacts,
): Template | undefined {
  switch (line) {
    case 'licence-declared':
      return annotation('licence', facts.licence ?? 'EUPL-1.2');
    case 'sbom':
      return annotation('sbom', './bom.json');
    case 'contributing':
      return contributing(facts);
    case 'code-of-conduct':
      return file('CODE_OF_CONDUCT.md', [
        '# Code of conduct',
        '',
        'We follow the Contributor Covenant, version 2.1:',
        'https://www.contributor-covenant.org/version/2/1/code_of_conduct/',
        '',
        'Tell us about breaches at conduct@example.org. We answer within five working days.',
      ]);
    case 'security-policy':
      return file('SECURITY.md', [
        '# Security',
        '',
        'Report a vulnerability to security@example.org, and not in an issue.',
        'We answer within three working days, and tell you when it is mended.',
      ]);
    case 'readme':
      return readme(facts);
    case 'owner':
      return inCatalog('spec:\n  owner: group:default/my-team');
    default:
      return undefined;
  }
}
