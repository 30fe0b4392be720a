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

import { SaxesParser } from 'saxes';
import { CycloneDxXmlReader } from '../cyclonedx/CycloneDxXmlReader';
import { SbomRefusal } from '../findings/SbomRefusal';
import { ReadingContext } from '../ReadingContext';
import { RdfReader } from '../spdx/RdfReader';
import { TextCleaner } from '../text/TextCleaner';
import { SbomReading } from '../types';
import { XmlFormatReader } from './XmlFormatReader';
import { localName, XmlNode } from './XmlNode';

/** Hands the elements of an XML text to the reader of its format, which the root element names. */
export class XmlElements {
  readonly #context: ReadingContext;
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #cleaner: TextCleaner;
  readonly #open: XmlNode[] = [];
  /** Number of open elements within one that is not kept. */
  #skipped = 0;
  #format: XmlFormatReader | undefined;

  constructor(context: ReadingContext) {
    this.#context = context;
    this.#cleaner = new TextCleaner(context.findings);
    const parser = this.#parser;
    parser.on('error', error => {
      throw new SbomRefusal(
        'xml-syntax',
        this.#where(),
        error.message.replace(/^\d+:\d+: /, ''),
      );
    });
    parser.on('doctype', () => {
      throw new SbomRefusal('xml-doctype', this.#where());
    });
    parser.on('opentag', tag => this.#openTag(tag.name, tag.attributes));
    parser.on('closetag', () => this.#closeTag());
    parser.on('text', text => this.#addText(text));
    parser.on('cdata', text => this.#addText(text));
  }

  write(text: string): void {
    if (text !== '') {
      this.#parser.write(text);
    }
  }

  finish(): SbomReading {
    const where = this.#where();
    if (this.#open.length > 0 || this.#skipped > 0) {
      throw new SbomRefusal('truncated', where);
    }
    this.#parser.close();
    if (!this.#format) {
      throw new SbomRefusal('not-an-sbom', where);
    }
    return this.#format.finish();
  }

  #where(): string {
    return `line ${this.#parser.line}, column ${this.#parser.column}`;
  }

  #openTag(name: string, attributes: Record<string, string>): void {
    if (this.#open.length + this.#skipped >= this.#context.limits.maxXmlDepth) {
      throw new SbomRefusal(
        'xml-too-deep',
        this.#where(),
        `more than ${this.#context.limits.maxXmlDepth} levels`,
      );
    }
    if (this.#skipped > 0) {
      this.#skipped += 1;
      return;
    }
    const line = this.#parser.line;
    const parent = this.#open[this.#open.length - 1];
    const local = localName(name);
    if (this.#format?.keeps(local, parent, line) === false) {
      this.#skipped = 1;
      return;
    }
    const kept = new Map<string, string>();
    for (const [key, value] of Object.entries(attributes)) {
      const text = this.#cut(value, line);
      kept.set(key, this.#cleaner.clean(text, `line ${line}`));
    }
    const node = new XmlNode(local, kept, line);
    this.#format ??= this.#formatOf(node, name);
    this.#format.open(node, parent);
    this.#open.push(node);
  }

  #closeTag(): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    const node = this.#open.pop();
    if (node) {
      node.text = this.#cleaner.clean(node.text, `line ${node.line}`);
      this.#format?.close(node, this.#open[this.#open.length - 1]);
    }
  }

  #addText(text: string): void {
    const node = this.#open[this.#open.length - 1];
    if (this.#skipped === 0 && node) {
      node.text = this.#cut(node.text + text, node.line);
    }
  }

  #cut(text: string, line: number): string {
    const most = this.#context.limits.maxStringLength;
    if (text.length <= most) {
      return text;
    }
    this.#context.findings.add('string-too-long', `line ${line}`);
    return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  }

  #formatOf(root: XmlNode, written: string): XmlFormatReader {
    const prefix = written.includes(':') ? written.split(':')[0] : '';
    const namespace = root.attributes.get(prefix ? `xmlns:${prefix}` : 'xmlns');
    if (root.name === 'bom') {
      return new CycloneDxXmlReader({ ...this.#context, namespace });
    }
    if (root.name === 'RDF') {
      return new RdfReader(this.#context);
    }
    throw new SbomRefusal(
      'not-an-sbom',
      this.#where(),
      `the root element is ${root.name}`,
    );
  }
}
