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

/** Colours that hold white text by WCAG AA. */
const COLOURS = {
  open: '#1a6e3c',
  'needs-care': '#8a5200',
  retired: '#595959',
};
/** Width of a character of the font, on average. */
const CHARACTER = 6.6;
const PADDING = 8;

/** A picture of two fields, as they stand in READMEs. */
export function badgeSvg(badge: {
  label: string;
  message: string;
  standing: keyof typeof COLOURS;
}): string {
  const left = widthOf(badge.label);
  const width = left + widthOf(badge.message);
  const label = escapeXml(badge.label);
  const message = escapeXml(badge.message);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${label}: ${message}">`,
    `<title>${label}: ${message}</title>`,
    `<rect width="${left}" height="20" fill="#3d3d3d"/>`,
    `<rect x="${left}" width="${width - left}" height="20" fill="${
      COLOURS[badge.standing]
    }"/>`,
    `<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">`,
    `<text x="${PADDING}" y="14">${label}</text>`,
    `<text x="${left + PADDING}" y="14">${message}</text>`,
    '</g></svg>',
  ].join('');
}

function widthOf(text: string): number {
  return Math.ceil(text.length * CHARACTER) + 2 * PADDING;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
