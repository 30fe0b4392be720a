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

const RUN = 'window.ospoPwned=1';

const TAGS = [
  'script',
  'img',
  'svg',
  'iframe',
  'object',
  'embed',
  'video',
  'audio',
  'details',
  'body',
  'input',
  'form',
  'marquee',
  'math',
  'style',
  'link',
  'meta',
  'base',
  'a',
  'template',
];
const EVENTS = [
  'onerror',
  'onload',
  'onclick',
  'onfocus autofocus',
  'onmouseover',
  'ontoggle open',
  'onanimationstart',
];
const SCHEMES = [
  'javascript',
  'JaVaScRiPt',
  'java\tscript',
  'data',
  'vbscript',
  ' javascript',
  '\u0001javascript',
];

/** Strings that try to run, to leave their place, or to mislead: at least 120. */
export function hostileStrings(): string[] {
  return [
    ...TAGS.map(tag => `<${tag} src=x onerror="${RUN}">${RUN}</${tag}>`),
    ...TAGS.map(tag => `"><${tag}/onload=${RUN}>`),
    ...EVENTS.map(event => `" ${event}="${RUN}" x="`),
    ...EVENTS.map(event => `' ${event}='${RUN}' x='`),
    ...EVENTS.map(event => `<img src=x ${event}=${RUN}>`),
    ...SCHEMES.map(scheme => `${scheme}:${RUN}`),
    ...SCHEMES.map(scheme => `[text](${scheme}:${RUN})`),
    ...SCHEMES.map(scheme => `<a href="${scheme}:${RUN}">x</a>`),
    `data:text/html,<script>${RUN}</script>`,
    `data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==`,
    `{{constructor.constructor('${RUN}')()}}`,
    `\${${RUN}}`,
    `<%= ${RUN} %>`,
    `#{${RUN}}`,
    `</script><script>${RUN}</script>`,
    `</title><script>${RUN}</script>`,
    `</textarea><script>${RUN}</script>`,
    `<!--><script>${RUN}</script>-->`,
    `<![CDATA[<script>${RUN}</script>]]>`,
    `<svg><script>${RUN}</script></svg>`,
    `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
    `<math><mi//xlink:href="javascript:${RUN}">`,
    `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
    `<form><button formaction="javascript:${RUN}">x`,
    `<isindex type=image src=1 onerror=${RUN}>`,
    `\u2028${RUN}\u2029`,
    `%3Cscript%3E${RUN}%3C/script%3E`,
    `&lt;script&gt;${RUN}&lt;/script&gt;`,
    `&#60;script&#62;${RUN}&#60;/script&#62;`,
    `\\x3cscript\\x3e${RUN}\\x3c/script\\x3e`,
    `=cmd|' /C calc'!A0`,
    `+1+1`,
    `-1+1`,
    `@SUM(1+1)`,
    `'; drop table usage_packages; --`,
    `" or "1"="1`,
    `%' or '1'='1`,
    `_%_%_`,
    `../../../../etc/passwd`,
    `..\\..\\windows\\win.ini`,
    `\u202Egnp.exe`,
    `раураl`,
    `\u200B\u200C\u200D`,
    `Z̷̢͈͎a̸l̵g̶o̷`,
    `👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿`,
    `مرحبا`,
    `${'a'.repeat(400)}`,
    `__proto__`,
    `constructor`,
    `toString`,
    `null`,
    `undefined`,
    `NaN`,
    `true`,
    `0`,
    `[object Object]`,
    `\r\nSet-Cookie: x=1`,
    `\u001b[31mred\u001b[0m`,
  ];
}
