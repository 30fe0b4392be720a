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

import { XmlNode } from '../xml/XmlNode';

/** What stands behind the last `#`, or behind the last `/`. */
export function fragmentOf(address: string | undefined): string | undefined {
  if (!address) {
    return undefined;
  }
  const hash = address.lastIndexOf('#');
  return hash >= 0
    ? address.slice(hash + 1)
    : address.slice(address.lastIndexOf('/') + 1);
}

/** The name under which other elements speak of this one. */
export function idOf(node: XmlNode | undefined): string | undefined {
  return (
    fragmentOf(node?.attributes.get('rdf:about')) ??
    node?.attributes.get('rdf:ID') ??
    node?.attributes.get('rdf:nodeID')
  );
}

/** The element that a property names instead of having it within. */
export function resourceOf(node: XmlNode): string | undefined {
  return (
    fragmentOf(node.attributes.get('rdf:resource')) ??
    (node.children.length === 0 ? node.attributes.get('rdf:nodeID') : undefined)
  );
}

/** The full name of an element, for look-ups across the document. */
export function nameOfNode(node: XmlNode): string | undefined {
  return (
    node.attributes.get('rdf:nodeID') ??
    fragmentOf(node.attributes.get('rdf:about'))
  );
}
