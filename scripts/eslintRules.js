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

const factory = require('@backstage/cli/config/eslint-factory');
const sliceZones = require('./sliceZones');

const HEADER = 'Copyright 2026 The OSPO for Backstage Authors';

/** Backstage's rules and ours; each of ours gives its reason in the message or above it. */
module.exports = function eslintRules(dir, options = {}) {
  const config = factory(dir, {
    restrictedSrcSyntax: [
      {
        selector:
          "CallExpression[callee.property.name='status'] > Literal[value>=400]",
        message:
          'Throw an @backstage/errors error instead of writing an error status.',
      },
    ],
    ...options.factory,
  });
  const tests = [
    '**/*.test.*',
    '**/__testUtils__/**',
    '**/testUtils/**',
    '**/e2e-tests/**',
    '**/dev/**',
    '**/faults/**',
    '**/fuzz/**',
    '**/bench/**',
  ];
  return {
    ...config,
    plugins: [...(config.plugins ?? []), 'notice'],
    rules: {
      ...config.rules,
      // Who may import whom is the architecture; Backstage only warns.
      '@backstage/no-mixed-plugin-imports': 'error',
      'notice/notice': ['error', { mustMatch: HEADER }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'import/no-cycle': ['error', { maxDepth: 6 }],
      ...(options.slices
        ? {
            'import/no-restricted-paths': [
              'error',
              { zones: sliceZones(`${dir}/src`, options.slices) },
            ],
          }
        : {}),
    },
    overrides: [
      ...(config.overrides ?? []),
      {
        files: ['src/**/*.ts', 'src/**/*.tsx'],
        excludedFiles: tests,
        rules: {
          // A file that long holds more than one idea.
          'max-lines': [
            'error',
            { max: 300, skipBlankLines: true, skipComments: true },
          ],
        },
      },
    ],
  };
};
