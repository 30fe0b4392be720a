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

import { SbomRefusal } from '../findings/SbomRefusal';
import { ReadingContext } from '../ReadingContext';
import { TextCleaner } from '../text/TextCleaner';
import { TagValueParts } from './TagValueParts';

/** Takes the lines of a tag-value document, texts that span lines put together. */
export class TagValueLines {
  readonly #context: ReadingContext;
  readonly #cleaner: TextCleaner;
  readonly #parts: TagValueParts;
  #number = 0;
  /** The tag whose text is not closed yet, and what was read of it. */
  #open: { tag: string; text: string; line: number } | undefined;

  constructor(context: ReadingContext, parts: TagValueParts) {
    this.#context = context;
    this.#cleaner = new TextCleaner(context.findings);
    this.#parts = parts;
  }

  take(written: string): void {
    this.#number += 1;
    const line = written.endsWith('\r') ? written.slice(0, -1) : written;
    if (this.#open) {
      this.#continue(this.#open, line);
      return;
    }
    if (line.trim() === '' || line.startsWith('#')) {
      return;
    }
    const match = /^\s*([A-Za-z][A-Za-z0-9]*)\s*:(.*)$/.exec(line);
    if (!match) {
      this.#context.findings.add(
        'tag-value-line',
        `line ${this.#number}`,
        line.slice(0, 60),
      );
      return;
    }
    const value = match[2].trim();
    if (value.startsWith('<text>')) {
      this.#open = { tag: match[1], text: '', line: this.#number };
      this.#continue(this.#open, value.slice('<text>'.length));
    } else {
      this.#take(match[1], value, this.#number);
    }
  }

  finish(): void {
    if (this.#open) {
      throw new SbomRefusal(
        'tag-value-syntax',
        `line ${this.#open.line}`,
        'a <text> is not closed',
      );
    }
    this.#parts.finish();
  }

  #continue(open: { tag: string; text: string }, line: string): void {
    const end = line.indexOf('</text>');
    const text = end < 0 ? line : line.slice(0, end);
    // Long texts (licences, comments) are not kept anyway.
    if (open.text.length <= this.#context.limits.maxStringLength) {
      open.text += open.text === '' ? text : `\n${text}`;
    }
    if (end >= 0) {
      this.#open = undefined;
      this.#take(open.tag, open.text.trim(), this.#number);
    }
  }

  #take(tag: string, value: string, number: number): void {
    const where = () => `line ${number}`;
    if (!TagValueParts.keeps(tag)) {
      return;
    }
    let text = this.#cleaner.clean(value, where);
    const most = this.#context.limits.maxStringLength;
    if (text.length > most) {
      this.#context.findings.add('string-too-long', where, tag);
      text = text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
    }
    this.#parts.take(tag, text, number);
  }
}
