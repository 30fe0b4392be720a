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

import { CoverageMap } from '@ospo-suite/backstage-plugin-ospo-common';
import { screen } from '@testing-library/react';
import { office } from '../__testUtils__/officeBuilders';
import { renderScreen } from '../__testUtils__/renderScreen';
import { CoverageMapView } from './CoverageMapView';

const cell = {
  column: '',
  state: 'nobody' as const,
  internal: 0,
  external: 0,
};

function open(columnsLeftOut: number | undefined) {
  const map: CoverageMap = {
    dimension: 'business-unit',
    columns: [],
    columnsLeftOut,
    rows: [
      {
        competency: { ref: 'competency:default/x', title: 'X' },
        overall: cell,
        cells: [],
      },
    ],
    load: [],
    asOf: '2026-11-25T08:00:00.000Z',
  };
  return renderScreen(<CoverageMapView />, {
    ospo: office({ competencies: { getCoverageMap: async () => map } }),
  });
}

describe('the coverage map', () => {
  it.each([
    [1, '1 more column is not shown'],
    [12, '12 more columns are not shown'],
  ])('says that %i columns are left out', async (columnsLeftOut, text) => {
    await open(columnsLeftOut);
    expect(await screen.findByText(text, { exact: false })).toBeInTheDocument();
  });

  it('says nothing of the sort when all are there', async () => {
    await open(undefined);
    expect(await screen.findByText(/As of/)).toBeInTheDocument();
    expect(screen.queryByText(/not shown/)).toBeNull();
  });
});
