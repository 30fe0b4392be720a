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

/** An element with its prefix taken off. */
export class XmlNode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly line: number;
  readonly children: XmlNode[] = [];
  text = '';
  /** True when a format's reader wants the children of this element kept although it hands over such elsewhere. */
  keepsChildren = false;
  /** Numbers of identifiers that child elements named; an object for each would be too much for long lists. */
  refs: number[] = [];

  constructor(
    name: string,
    attributes: ReadonlyMap<string, string>,
    line: number,
  ) {
    this.name = name;
    this.attributes = attributes;
    this.line = line;
  }

  child(name: string): XmlNode | undefined {
    return this.children.find(child => child.name === name);
  }

  all(name: string): XmlNode[] {
    return this.children.filter(child => child.name === name);
  }

  /** The trimmed text of a child, when there is any. */
  textOf(name: string): string | undefined {
    return this.child(name)?.trimmed();
  }

  trimmed(): string | undefined {
    return this.text.trim() || undefined;
  }
}

/** The name of an element or attribute without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
