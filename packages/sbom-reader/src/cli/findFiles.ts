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

import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { errorMessage } from '../findings/errorParts';

/** Only what is plainly written for people or for tools; everything else is looked at, whatever its name. */
const NO_DOCUMENT =
  /^(?:(?:readme|licen[cs]e|notice|changelog|copying)(?:[.-]|$))|\.(?:csv|md)$/i;
const NO_FOLDER = /^(?:\.git|node_modules)$/;

/** A path that was asked for, or the reason why it cannot be looked at. */
export type FoundFile = { path: string; problem?: string };

/**
 * The files behind a path, folders walked in the order of names. A link that leads back to a folder that was seen is not
 * followed; a folder that cannot be opened is one line and not the end.
 */
export function* findFiles(path: string): Generator<FoundFile> {
  const seen = new Set<string>();
  const waiting: { path: string; asked: boolean }[] = [{ path, asked: true }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const looked = lookAt(next.path, next.asked);
    if (looked.kind === 'file' || looked.kind === 'problem') {
      yield { path: next.path, problem: looked.problem };
    } else if (looked.kind === 'folder' && !seen.has(looked.realPath)) {
      seen.add(looked.realPath);
      const folder = next.path;
      const names = listNames(folder);
      if (!names) {
        yield { path: folder, problem: 'the folder cannot be opened' };
        continue;
      }
      for (const name of names) {
        waiting.push({ path: join(folder, name), asked: false });
      }
    }
  }
}

function lookAt(
  path: string,
  asked: boolean,
):
  | { kind: 'file' | 'problem' | 'none'; problem?: string }
  | { kind: 'folder'; realPath: string } {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) {
      return { kind: 'folder', realPath: realpathSync(path) };
    }
    // A pipe or a device that lies in a folder is no document; one that was asked for is refused by the reader.
    return { kind: stat.isFile() || asked ? 'file' : 'none' };
  } catch (error) {
    const isLink = lstatOf(path)?.isSymbolicLink() === true;
    if (isLink && !asked) {
      return { kind: 'problem', problem: 'the link leads nowhere' };
    }
    return {
      kind: 'problem',
      problem: errorMessage(error),
    };
  }
}

function lstatOf(path: string) {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

/** In reverse, because the last one is taken up first. */
function listNames(folder: string): string[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(entry =>
        entry.isDirectory()
          ? !NO_FOLDER.test(entry.name)
          : !NO_DOCUMENT.test(entry.name),
      )
      .map(entry => entry.name)
      .sort()
      .reverse();
  } catch {
    return undefined;
  }
}
