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

import { SUBJECT } from '../model/ComponentStore';
import { lazyList } from '../model/lazyList';
import { relate } from '../model/relate';
import { SbomComponent, SbomEdge, SbomLicence } from '../types';
import { PackedComponent, PackedModelData } from './PackedModelData';
import { PackedTexts } from './PackedTexts';

/**
 * The lists of a reading that was packed in another thread. An element is made when it is asked for: to make all of them
 * at once would hold up whoever asked for the document, and take up several times the memory.
 */
export function unpackModel(data: PackedModelData): {
  components: readonly SbomComponent[];
  edges: readonly SbomEdge[];
} {
  const components = PackedTexts.fromData(data.components);
  const refs = PackedTexts.fromData(data.refs);
  const licences = PackedTexts.fromData(data.licences);
  const { depths, scopes, ends, taken, subjectRef = '' } = data.relations;
  const madeLicences: SbomLicence[] = [];

  const positionOf = (index: number) =>
    taken !== undefined && index >= taken ? index + 1 : index;
  const licenceAt = (number: number): SbomLicence =>
    (madeLicences[number] ??= Object.freeze(JSON.parse(licences.at(number))));
  const componentAt = (index: number): SbomComponent => {
    const position = positionOf(index);
    const packed: PackedComponent = JSON.parse(components.at(position));
    const component: SbomComponent = {
      ...packed,
      declared: licenceAt(packed.declared),
      concluded: licenceAt(packed.concluded),
    };
    relate(component, depths[position], scopes[position]);
    return Object.freeze(component);
  };
  const refAt = (end: number) =>
    end === SUBJECT ? subjectRef : refs.at(positionOf(end));
  const edgeAt = (index: number): SbomEdge =>
    Object.freeze({
      from: refAt(ends[index * 2]),
      to: refAt(ends[index * 2 + 1]),
    });

  const total = components.length - (taken === undefined ? 0 : 1);
  return {
    components: lazyList(total, componentAt),
    edges: lazyList(ends.length / 2, edgeAt),
  };
}
