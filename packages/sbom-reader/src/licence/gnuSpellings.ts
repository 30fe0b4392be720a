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

const FAMILY = [
  {
    short: 'gpl',
    long: 'general public license',
    versions: [
      { full: '1.0', written: ['1', '1.0'], onlyToo: true },
      { full: '2.0', written: ['2', '2.0'], onlyToo: true },
      { full: '3.0', written: ['3', '3.0'], onlyToo: true },
    ],
  },
  {
    short: 'lgpl',
    long: 'lesser general public license',
    versions: [
      { full: '2.0', written: ['2', '2.0'], onlyToo: false },
      { full: '2.1', written: ['2.1'], onlyToo: true },
      { full: '3.0', written: ['3', '3.0'], onlyToo: true },
    ],
  },
  {
    short: 'agpl',
    long: 'affero general public license',
    versions: [{ full: '3.0', written: ['3', '3.0'], onlyToo: true }],
  },
];

const CLASSPATH: [string, string[]][] = [
  [
    'GPL-2.0-only WITH Classpath-exception-2.0',
    [
      'gpl2 w/ cpe',
      'gplv2 with classpath exception',
      'gpl-2.0 with classpath exception',
      'gnu general public license version 2 with the classpath exception',
      'gnu general public license version 2 with the gnu classpath exception',
      'gnu general public license (gpl) version 2 with the classpath exception',
      'gnu general public license v2.0 w/classpath exception',
    ],
  ],
];

/**
 * The spellings of the GNU licences with a version. Without "or later" or `+` the version alone is meant, which is what
 * the deprecated SPDX identifiers, Fedora and Debian mean by them too.
 *
 * "LGPLv2" without `+` is not here: Fedora uses it for 2.0 and 2.1 alike.
 */
export function gnuSpellings(): [expression: string, spellings: string[]][] {
  return FAMILY.flatMap(({ short, long, versions }) =>
    versions.flatMap(({ full, written, onlyToo }) => {
      const names = [
        short,
        `gnu ${short}`,
        long,
        `gnu ${long}`,
        `${long} (${short})`,
        `gnu ${long} (${short})`,
      ];
      const plain = names.flatMap(name =>
        written.flatMap(number => withNumber(name, number)),
      );
      const later = plain.flatMap(text => [
        `${text}+`,
        `${text} or later`,
        `${text} or newer`,
        `${text} or any later version`,
        `${text} and later`,
        `${text}-or-later`,
        `${text} or later (${short}v${written[0]}+)`,
      ]);
      const only = plain.flatMap(text => [`${text} only`, `${text}-only`]);
      const id = `${short.toUpperCase()}-${full}`;
      const entries: [string, string[]][] = [
        [`${id}-or-later`, [...later, `${short}-${full}-plus`]],
        [`${id}-only`, onlyToo ? [...only, ...plain] : only],
      ];
      return entries;
    }),
  ).concat(CLASSPATH);
}

function withNumber(name: string, number: string): string[] {
  const forms = [
    `${name} ${number}`,
    `${name} v${number}`,
    `${name} v. ${number}`,
    `${name} version ${number}`,
    `${name} (version ${number})`,
  ];
  return name.includes(' ')
    ? forms
    : [
        ...forms,
        `${name}-${number}`,
        `${name}${number}`,
        `${name}v${number}`,
        `${name}-v${number}`,
      ];
}
