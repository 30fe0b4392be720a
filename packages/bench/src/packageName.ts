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

import { SeededRandom } from './SeededRandom';

const WORDS = (
  'async auth base batch binary bridge buffer build byte cache calendar chart check cipher client cloud code color ' +
  'command common compose config connect content context convert cookie core cron crypto csv data date debug decode ' +
  'deep diff digest dom draw driver edge editor embed emit encode engine entity env error event export extra fast ' +
  'fetch field file filter find flat flow font form format frame git glob graph grid group guard hash header helper ' +
  'hook html http icon image import index inject input iter jason json key kit label layer layout lazy lexer lib ' +
  'light link list loader local lock log loop lodestar map mark mask match math media memo merge meta micro mime ' +
  'mini mock model module monitor motion multi name nano native net node object observe open option order pack page ' +
  'parse parson patch path pattern person pipe plugin point pool port post print promise proto proxy pub query queue ' +
  'quick random range rate react read record reduce ref regex remote render replay request resolve rest retry route ' +
  'rule runtime safe scan schema scope search season secure select send serial server session shadow share shell ' +
  'signal simple slice smart socket sort source spec split stack state static store stream string style sub swift ' +
  'symbol sync syntax table tag task template test text theme thread throttle time tiny token tool trace track tree ' +
  'type unit update upload url use user util valid value vector verify view virtual walk watch web wire worker wrap ' +
  'write xml yaml zip zone'
).split(' ');

/** A plainly made-up name in the manner of its ecosystem; unique by the number it ends with where words repeat. */
export function packageName(options: {
  type: string;
  packageIndex: number;
  random: SeededRandom;
}): { namespace: string; name: string } {
  const { type, packageIndex, random } = options;
  const word = () => WORDS[random.below(WORDS.length)];
  const plain = `${word()}-${word()}-${packageIndex.toString(36)}`;
  switch (type) {
    case 'maven':
      return { namespace: `org.${word()}.${word()}`, name: plain };
    case 'golang':
      return { namespace: `git.example.org/${word()}`, name: plain };
    case 'npm':
      return {
        namespace: random.next() < 0.25 ? `@${word()}` : '',
        name: plain,
      };
    default:
      return { namespace: '', name: plain };
  }
}
