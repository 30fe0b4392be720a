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

/** Programming languages that people write as tags, by the tag; names as linguist has them. */
const LANGUAGES: Record<string, string> = {
  bash: 'Shell',
  c: 'C',
  clojure: 'Clojure',
  cpp: 'C++',
  'c++': 'C++',
  csharp: 'C#',
  'c#': 'C#',
  dart: 'Dart',
  elixir: 'Elixir',
  erlang: 'Erlang',
  go: 'Go',
  golang: 'Go',
  groovy: 'Groovy',
  haskell: 'Haskell',
  hcl: 'HCL',
  java: 'Java',
  javascript: 'JavaScript',
  js: 'JavaScript',
  julia: 'Julia',
  jupyter: 'Jupyter Notebook',
  kotlin: 'Kotlin',
  lua: 'Lua',
  perl: 'Perl',
  php: 'PHP',
  powershell: 'PowerShell',
  python: 'Python',
  r: 'R',
  ruby: 'Ruby',
  rust: 'Rust',
  scala: 'Scala',
  shell: 'Shell',
  sql: 'SQL',
  swift: 'Swift',
  terraform: 'HCL',
  ts: 'TypeScript',
  typescript: 'TypeScript',
};

/** The first language that tags name. */
export function languageOf(tags: readonly unknown[]): string | undefined {
  for (const tag of tags) {
    const key = String(tag).toLowerCase();
    if (Object.hasOwn(LANGUAGES, key)) {
      return LANGUAGES[key];
    }
  }
  return undefined;
}
