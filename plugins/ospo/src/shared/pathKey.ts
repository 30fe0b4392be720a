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
 * Writes a purl or licence key as the rest of a path. Slashes stay slashes, because proxies refuse or fold `%2F`; only a
 * key that the browser would rewrite (`..`, an empty part) is packed into one segment.
 */
export function toPathKey(key: string): string {
  const parts = key.split('/');
  const wouldBeRewritten = parts.some(
    part => part === '' || /^\.+$/.test(part),
  );
  return wouldBeRewritten
    ? encodeURIComponent(key)
    : parts.map(encodeURIComponent).join('/');
}

/**
 * Reads the key that follows `/<collection>/` in a path as the address bar holds it.
 *
 * @returns undefined when there is none, or when it is not validly encoded
 */
export function fromPathKey(
  pathname: string,
  collection: string,
): string | undefined {
  const marker = `/open-source/${collection}/`;
  const start = pathname.indexOf(marker);
  if (start < 0) {
    return undefined;
  }
  try {
    return (
      pathname
        .slice(start + marker.length)
        .split('/')
        .map(decodeURIComponent)
        .join('/') || undefined
    );
  } catch {
    return undefined;
  }
}
