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

import type { UploadTransport } from './OspoClient';

/** @public */
export interface XhrUploadTransportOptions {
  /** The backend's address, `https://…/api/ospo`. */
  getBaseUrl: () => Promise<string>;
  getToken: () => Promise<string | undefined>;
}

/**
 * Sends bodies with XMLHttpRequest, the only means of a browser that tells how much was sent. It knows nothing of
 * `plugin://` and tokens, so both are handed in: from `discoveryApiRef` and `identityApiRef`.
 *
 * @public
 */
export function createXhrUploadTransport(
  options: XhrUploadTransportOptions,
): UploadTransport {
  return async request => {
    const [baseUrl, token] = await Promise.all([
      options.getBaseUrl(),
      options.getToken(),
    ]);
    return await new Promise<Response>((resolve, reject) => {
      const xhr = new XMLHttpRequest();
      xhr.open(request.method, `${baseUrl}${request.path}`);
      const headers = {
        ...request.headers,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      };
      for (const [name, value] of Object.entries(headers)) {
        xhr.setRequestHeader(name, value);
      }
      xhr.upload.onprogress = event => {
        if (event.lengthComputable && event.total > 0) {
          request.onProgress?.(event.loaded / event.total);
        }
      };
      xhr.onload = () =>
        resolve(
          new Response(xhr.responseText, {
            status: xhr.status,
            statusText: xhr.statusText,
            headers: {
              'content-type': xhr.getResponseHeader('content-type') ?? '',
            },
          }),
        );
      xhr.onerror = () =>
        reject(new Error('The connection broke while the SBOM was sent'));
      xhr.onabort = () =>
        reject(new DOMException('The upload was cancelled', 'AbortError'));
      request.signal?.addEventListener('abort', () => xhr.abort(), {
        once: true,
      });
      xhr.send(request.body);
    });
  };
}
