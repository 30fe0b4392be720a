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

import styles from './TrendChart.module.css';

export interface TrendSeries {
  id: string;
  label: string;
  /** The newest value as it is written. */
  latest: string;
  /** What changed since the first point, in words. */
  change: string;
  /** Undefined where nothing is known: the line has a gap there. */
  points: { day: string; value: number | undefined }[];
}

export interface TrendChartProps {
  series: TrendSeries[];
}

const WIDTH = 240;
const HEIGHT = 56;
const PADDING = 4;

/** Small lines side by side, one a measure, over the same days. */
export function TrendChart(props: TrendChartProps) {
  return (
    <ul className={styles.charts}>
      {props.series.map(series => (
        <li key={series.id} className={styles.chart}>
          <span className={styles.label}>{series.label}</span>
          <span className={styles.latest}>{series.latest}</span>
          <Sparkline series={series} />
          <span className={styles.change}>{series.change}</span>
        </li>
      ))}
    </ul>
  );
}

function Sparkline(props: { series: TrendSeries }) {
  const { points, label, latest, change } = props.series;
  const times = points.map(point => Date.parse(point.day));
  const values = points.flatMap(({ value }) =>
    value === undefined ? [] : [value],
  );
  const first = Math.min(...times);
  const span = Math.max(...times) - first || 1;
  const low = Math.min(...values);
  const height = Math.max(...values) - low || 1;
  const x = (time: number) =>
    PADDING + ((time - first) / span) * (WIDTH - 2 * PADDING);
  const y = (value: number) =>
    HEIGHT - PADDING - ((value - low) / height) * (HEIGHT - 2 * PADDING);

  let path = '';
  let isDrawing = false;
  points.forEach(({ value }, index) => {
    if (value === undefined) {
      isDrawing = false;
      return;
    }
    const at = `${x(times[index]).toFixed(1)} ${y(value).toFixed(1)}`;
    path += `${isDrawing ? 'L' : 'M'}${at}`;
    isDrawing = true;
  });
  const last = points[points.length - 1];

  return (
    <svg
      role="img"
      aria-label={`${label}: ${latest}, ${change}`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={styles.svg}
    >
      <line
        className={styles.floor}
        x1={0}
        x2={WIDTH}
        y1={HEIGHT - 0.5}
        y2={HEIGHT - 0.5}
      />
      <path className={styles.line} d={path} />
      {last?.value !== undefined && (
        <line
          className={styles.dot}
          x1={x(times[times.length - 1])}
          x2={x(times[times.length - 1])}
          y1={y(last.value)}
          y2={y(last.value)}
        />
      )}
    </svg>
  );
}
