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
/* eslint-disable max-lines -- a table */

import { comparableLicence } from './comparableLicence';
import { gnuSpellings } from './gnuSpellings';
import { findLicenceId } from './licenceList';

/**
 * Version of the alias table; it changes with every change of a line.
 *
 * @public
 */
export const licenceAliasVersion = '1';

/**
 * Spellings found in real documents, by the expression they stand for. Only what has one meaning is here: "BSD", "GPL",
 * "Public Domain", "UNLICENSED", "Artistic" and the like stay text, because a guess would be a decision about
 * somebody's duties. How they are compared is in `comparableLicence`. The GNU family is in `gnuSpellings`.
 */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  '0BSD': [
    'bsd zero clause',
    'bsd zero clause license',
    'zero-clause bsd',
    'bsd 0-clause',
  ],
  'AFL-2.1': ['academic free license 2.1', 'academic free license v2.1'],
  'AFL-3.0': [
    'academic free license 3.0',
    'academic free license v3.0',
    'academic free license version 3.0',
  ],
  'Apache-1.1': [
    'apache 1.1',
    'apache license 1.1',
    'apache license version 1.1',
    'apache software license 1.1',
    'apache software license version 1.1',
    'asl 1.1',
  ],
  'Apache-2.0': [
    'apache 2',
    'apache 2.0',
    'apache-2',
    'apache v2',
    'apache v2.0',
    'apache2',
    'apache2.0',
    'apachev2',
    'apache-2.0 license',
    'apache license 2',
    'apache license 2.0',
    'apache license-2.0',
    'apache license v2',
    'apache license v2.0',
    'apache license version 2',
    'apache license version 2.0',
    'apache license (v2.0)',
    'apache license (version 2.0)',
    'apache 2 license',
    'apache 2.0 license',
    'apache software license 2.0',
    'apache software license - version 2.0',
    'apache software license version 2.0',
    'apache software license v2',
    'apache public license 2.0',
    'apache version 2.0',
    'asl 2.0',
    'asl-2.0',
    'asl2.0',
    'asf 2.0',
    'al2',
    'license :: osi approved :: apache software license 2.0',
    'http://www.apache.org/licenses/license-2.0',
    'https://www.apache.org/licenses/license-2.0',
    'http://www.apache.org/licenses/license-2.0.txt',
    'https://www.apache.org/licenses/license-2.0.txt',
    'http://www.apache.org/licenses/license-2.0.html',
    'https://www.apache.org/licenses/license-2.0.html',
    'http://apache.org/licenses/license-2.0',
    'http://apache.org/licenses/license-2.0.txt',
  ],
  'Artistic-2.0': [
    'artistic 2.0',
    'artistic license 2.0',
    'artistic license version 2.0',
  ],
  'BlueOak-1.0.0': ['blue oak model license 1.0.0'],
  'BSD-1-Clause': ['bsd 1-clause', 'bsd 1-clause license'],
  'BSD-2-Clause': [
    'bsd 2-clause',
    'bsd 2 clause',
    'bsd 2-clause license',
    'bsd-2',
    'bsd2',
    'bsd-2-clause license',
    '2-clause bsd',
    '2-clause bsd license',
    'simplified bsd',
    'simplified bsd license',
    'bsd simplified',
    'bsd-simplified',
    'bsd 2-clause simplified license',
    'bsd 2-clause "simplified" license',
    'bsd (2 clause)',
    'bsd-2-clause-simplified',
    'freebsd license',
  ],
  'BSD-3-Clause': [
    'bsd 3-clause',
    'bsd 3 clause',
    'bsd 3-clause license',
    'bsd-3',
    'bsd3',
    'bsd-3-clause license',
    '3-clause bsd',
    '3-clause bsd license',
    'new bsd',
    'new bsd license',
    'bsd new',
    'bsd-new',
    'modified bsd',
    'modified bsd license',
    'revised bsd',
    'revised bsd license',
    'bsd 3-clause new or revised license',
    'bsd 3-clause "new" or "revised" license',
    'bsd (3 clause)',
    'eclipse distribution license 1.0',
    'eclipse distribution license v1.0',
    'eclipse distribution license - v 1.0',
    'eclipse distribution license v. 1.0',
    'edl 1.0',
    'edl-1.0',
    'http://www.eclipse.org/org/documents/edl-v10.php',
    'https://opensource.org/licenses/bsd-3-clause',
    'http://opensource.org/licenses/bsd-3-clause',
  ],
  'BSD-4-Clause': [
    'bsd 4-clause',
    'bsd 4 clause',
    '4-clause bsd',
    'bsd 4-clause original or old license',
    'bsd original',
    'original bsd license',
    'bsd-original',
  ],
  'BSL-1.0': [
    'boost software license 1.0',
    'boost software license - version 1.0',
    'boost software license version 1.0',
    'boost-1.0',
    'boost 1.0',
  ],
  'BUSL-1.1': ['business source license 1.1', 'bsl 1.1', 'bsl-1.1'],
  'bzip2-1.0.6': ['bzip2 license 1.0.6'],
  'CC-BY-3.0': [
    'cc by 3.0',
    'cc-by 3.0',
    'creative commons attribution 3.0',
    'creative commons attribution 3.0 unported',
  ],
  'CC-BY-4.0': [
    'cc by 4.0',
    'cc-by 4.0',
    'creative commons attribution 4.0',
    'creative commons attribution 4.0 international',
    'https://creativecommons.org/licenses/by/4.0',
    'https://creativecommons.org/licenses/by/4.0/',
  ],
  'CC-BY-SA-3.0': [
    'cc by-sa 3.0',
    'creative commons attribution-sharealike 3.0',
    'creative commons attribution share-alike 3.0',
  ],
  'CC-BY-SA-4.0': [
    'cc by-sa 4.0',
    'creative commons attribution-sharealike 4.0',
    'creative commons attribution share-alike 4.0',
    'creative commons attribution share alike 4.0 international',
  ],
  'CC0-1.0': [
    'cc0',
    'cc0 1.0',
    'cc0 license',
    'cc0 1.0 universal',
    'creative commons zero',
    'creative commons zero v1.0 universal',
    'creative commons cc0 1.0',
    'public domain per creative commons cc0',
    'http://creativecommons.org/publicdomain/zero/1.0/',
    'https://creativecommons.org/publicdomain/zero/1.0/',
  ],
  'CDDL-1.0': [
    'cddl 1.0',
    'cddl v1.0',
    'cddl-1',
    'common development and distribution license 1.0',
    'common development and distribution license (cddl) v1.0',
    'common development and distribution license (cddl) version 1.0',
  ],
  'CDDL-1.1': [
    'cddl 1.1',
    'cddl v1.1',
    'common development and distribution license 1.1',
    'common development and distribution license (cddl) version 1.1',
    'common development and distribution license (cddl) v1.1',
  ],
  'CDDL-1.1 OR GPL-2.0-only WITH Classpath-exception-2.0': [
    'cddl + gplv2 with classpath exception',
    'cddl+gpl 1.1',
    'cddl/gplv2+ce',
    'cddl 1.1 or gplv2 with classpath exception',
  ],
  'CPL-1.0': [
    'common public license 1.0',
    'common public license version 1.0',
    'cpl 1.0',
  ],
  curl: ['curl license'],
  'EPL-1.0': [
    'epl 1.0',
    'epl v1.0',
    'eplv1',
    'eclipse public license 1.0',
    'eclipse public license v1.0',
    'eclipse public license - v 1.0',
    'eclipse public license version 1.0',
    'eclipse public license (epl) 1.0',
    'http://www.eclipse.org/legal/epl-v10.html',
    'https://www.eclipse.org/legal/epl-v10.html',
  ],
  'EPL-2.0': [
    'epl 2.0',
    'epl v2.0',
    'epl-2',
    'eplv2',
    'eclipse public license 2.0',
    'eclipse public license v2',
    'eclipse public license v2.0',
    'eclipse public license v. 2.0',
    'eclipse public license - v 2.0',
    'eclipse public license version 2.0',
    'http://www.eclipse.org/legal/epl-2.0',
    'https://www.eclipse.org/legal/epl-2.0',
    'http://www.eclipse.org/legal/epl-v20.html',
    'https://www.eclipse.org/legal/epl-v20.html',
  ],
  'EUPL-1.1': [
    'eupl 1.1',
    'eupl v1.1',
    'european union public license 1.1',
    'european union public license v1.1',
    'european union public license 1.1 (eupl 1.1)',
  ],
  'EUPL-1.2': [
    'eupl 1.2',
    'eupl v1.2',
    'eupl v.1.2',
    'european union public license 1.2',
    'european union public license v1.2',
    'european union public license v. 1.2',
    'european union public license version 1.2',
    'european union public license 1.2 (eupl 1.2)',
  ],
  FTL: ['freetype license', 'freetype project license'],
  HPND: [
    'historical permission notice and disclaimer',
    'historical permission notice and disclaimer (hpnd)',
  ],
  ICU: ['icu license'],
  IJG: ['independent jpeg group license'],
  'IPL-1.0': ['ibm public license 1.0', 'ibm public license version 1.0'],
  ISC: ['isc license', 'isc license (iscl)', 'iscl'],
  JSON: ['json license'],
  Libpng: ['libpng license'],
  'libpng-2.0': ['png reference library version 2'],
  MIT: [
    'mit license',
    'mit license (mit)',
    'mit-license',
    'mit licensed',
    'mit (expat)',
    'mit/expat',
    'expat',
    'expat license',
    'expat/mit',
    'expat (mit/x11)',
    'license :: osi approved :: mit license',
    'http://opensource.org/licenses/mit',
    'https://opensource.org/licenses/mit',
    'http://www.opensource.org/licenses/mit-license.php',
    'https://www.opensource.org/licenses/mit-license.php',
    'http://opensource.org/licenses/mit-license.php',
    'http://www.opensource.org/licenses/mit-license.html',
  ],
  'MIT-0': [
    'mit no attribution',
    'mit no attribution license',
    'mit-0 license',
  ],
  'MPL-1.0': [
    'mpl 1.0',
    'mozilla public license 1.0',
    'mozilla public license version 1.0',
  ],
  'MPL-1.1': [
    'mpl 1.1',
    'mplv1.1',
    'mpl v1.1',
    'mozilla public license 1.1',
    'mozilla public license 1.1 (mpl 1.1)',
    'mozilla public license version 1.1',
    'http://www.mozilla.org/mpl/mpl-1.1.html',
    'https://www.mozilla.org/mpl/mpl-1.1.html',
  ],
  'MPL-2.0': [
    'mpl 2',
    'mpl 2.0',
    'mpl-2',
    'mpl2',
    'mpl v2',
    'mpl v2.0',
    'mplv2',
    'mplv2.0',
    'mozilla public license 2.0',
    'mozilla public license v2.0',
    'mozilla public license 2.0 (mpl 2.0)',
    'mozilla public license version 2.0',
    'http://mozilla.org/mpl/2.0/',
    'https://www.mozilla.org/mpl/2.0/',
    'https://www.mozilla.org/en-us/mpl/2.0/',
    'http://www.mozilla.org/mpl/2.0/',
  ],
  'MPL-2.0 OR EPL-1.0': [
    'mpl 2.0 or epl 1.0',
    'mpl 2.0 epl 1.0',
    'mpl-2.0 or epl-1.0',
  ],
  'MIT OR Apache-2.0': [
    'mit or apache 2.0',
    'mit/apache 2.0',
    'dual mit/apache-2.0',
  ],
  'MS-PL': ['microsoft public license', 'microsoft public license (ms-pl)'],
  'MS-RL': ['microsoft reciprocal license'],
  NCSA: [
    'university of illinois/ncsa open source license',
    'ncsa open source license',
    'uiuc license',
  ],
  'OFL-1.1': [
    'ofl 1.1',
    'sil ofl 1.1',
    'sil-ofl-1.1',
    'sil open font license 1.1',
    'sil open font license version 1.1',
    'open font license 1.1',
  ],
  'OLDAP-2.8': [
    'openldap public license 2.8',
    'openldap public license version 2.8',
  ],
  OpenSSL: ['openssl license'],
  'OSL-3.0': [
    'osl 3.0',
    'open software license 3.0',
    'open software license version 3.0',
  ],
  'PHP-3.01': [
    'php license 3.01',
    'php license version 3.01',
    'php license v3.01',
  ],
  PostgreSQL: ['postgresql license', 'the postgresql license'],
  'PSF-2.0': [
    'psf-2',
    'psf 2.0',
    'python software foundation license version 2',
    'python software foundation license 2.0',
  ],
  'Python-2.0': ['python license 2.0', 'python 2.0'],
  'QPL-1.0': ['q public license 1.0', 'q public license version 1.0'],
  Ruby: ['ruby license', "ruby's"],
  Sleepycat: ['sleepycat license'],
  'SSPL-1.0': [
    'server side public license 1.0',
    'server side public license v1',
    'server side public license version 1',
    'sspl 1.0',
    'sspl v1',
  ],
  'UPL-1.0': [
    'universal permissive license 1.0',
    'universal permissive license v1.0',
    'universal permissive license version 1.0',
  ],
  'Unicode-3.0': ['unicode license v3', 'unicode license 3.0'],
  Unlicense: ['unlicense license', 'unlicense (unlicense)'],
  Vim: ['vim license'],
  W3C: ['w3c software notice and license', 'w3c software license'],
  WTFPL: [
    'do what the f*ck you want to public license',
    'do what the fuck you want to public license',
    'wtfpl license',
  ],
  X11: ['x11 license'],
  Zlib: ['zlib license', 'zlib/libpng license without acknowledgement'],
  'zlib-acknowledgement': ['zlib/libpng license with acknowledgement'],
  'ZPL-2.0': ['zpl 2.0', 'zplv2.0', 'zope public license 2.0'],
  'ZPL-2.1': [
    'zpl 2.1',
    'zplv2.1',
    'zpl v2.1',
    'zope public license 2.1',
    'zope public license version 2.1',
    'zope public license (zpl) version 2.1',
  ],
};

const bySpelling = new Map<string, string>();
for (const [expression, spellings] of [
  ...Object.entries(ALIASES),
  ...gnuSpellings(),
]) {
  for (const spelling of spellings) {
    // An identifier of the list is no alias, whatever its case.
    if (!findLicenceId(spelling)) {
      bySpelling.set(comparableLicence(spelling), expression);
    }
  }
}

/**
 * Number of spellings in the alias table.
 *
 * @public
 */
export const licenceAliasCount: number = bySpelling.size;

const LONGEST_ALIAS = 120;

/** The expression that a spelling stands for, when a reviewed line says so. */
export function findLicenceAlias(text: string): string | undefined {
  if (text.length > LONGEST_ALIAS || findLicenceId(text)) {
    return undefined;
  }
  return bySpelling.get(comparableLicence(text));
}

/** All lines of the table, for the test that reviews it. */
export function listLicenceAliases(): [spelling: string, expression: string][] {
  return [...bySpelling];
}
