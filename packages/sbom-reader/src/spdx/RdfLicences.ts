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
import { fragmentOf, idOf, resourceOf } from './rdfNames';

const MOST_STEPS = 200;

/** Turns the licence elements of RDF into expressions. */
export class RdfLicences {
  readonly #nodes = new Map<string, XmlNode>();

  remember(id: string, node: XmlNode): void {
    if (!this.#nodes.has(id)) {
      this.#nodes.set(id, node);
    }
  }

  /** The expression of a property such as `licenseDeclared`. */
  read(property: XmlNode | undefined): string | undefined {
    return property && this.#read(property, { left: MOST_STEPS });
  }

  #read(property: XmlNode, steps: { left: number }): string | undefined {
    steps.left -= 1;
    if (steps.left < 0) {
      return undefined;
    }
    const named = resourceOf(property);
    const node =
      property.children[0] ??
      (named === undefined ? undefined : this.#nodes.get(named));
    if (!node) {
      return named === undefined ? property.trimmed() : word(named);
    }
    switch (node.name) {
      case 'ConjunctiveLicenseSet':
      case 'DisjunctiveLicenseSet': {
        const parts = node
          .all('member')
          .flatMap(member => this.#read(member, steps) ?? []);
        const operator = node.name.startsWith('Con') ? ' AND ' : ' OR ';
        return parts.length > 1 ? `(${parts.join(operator)})` : parts[0];
      }
      case 'OrLaterOperator': {
        const member = node.child('member') ?? node.child('license');
        const licence = member && this.#read(member, steps);
        return licence && `${licence}+`;
      }
      case 'WithExceptionOperator': {
        const member = node.child('member') ?? node.child('license');
        const licence = member && this.#read(member, steps);
        const exception = node.child('licenseException');
        const name =
          exception?.children[0]?.textOf('licenseExceptionId') ??
          fragmentOf(exception?.attributes.get('rdf:resource'));
        return licence && name ? `${licence} WITH ${name}` : licence;
      }
      default:
        return node.textOf('licenseId') ?? word(idOf(node) ?? named ?? '');
    }
  }
}

function word(name: string): string {
  const lower = name.toLowerCase();
  return lower === 'noassertion' || lower === 'none'
    ? name.toUpperCase()
    : name;
}
