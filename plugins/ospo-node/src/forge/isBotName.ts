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

/**
 * Whether a login, or a name of an author, is a bot's: by GitHub's mark, by the names that GitLab gives to the users of
 * project and group tokens, or by the configured list.
 *
 * @public
 */
export function isBotName(
  name: string,
  isBot: (login: string) => boolean,
): boolean {
  return (
    /\[bot\]$/i.test(name) ||
    /^(project|group)_\d+_bot(_|$)/i.test(name) ||
    isBot(name)
  );
}
