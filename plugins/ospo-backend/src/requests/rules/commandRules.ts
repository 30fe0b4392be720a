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

import {
  ERASED_PERSON_REF,
  RequestCommandKind,
  RequestState,
  WorkItemCommandKind,
  WorkItemState,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { decidersOf } from './decidersOf';
import { Refusal, refuse } from './Refusal';
import { RequestActor } from './RequestActor';
import { RequestRecord, WorkItemRecord } from './RequestRecord';
import { openStates } from './transitions';

interface RequestRule {
  states: readonly RequestState[];
  who: (record: RequestRecord, actor: RequestActor) => boolean;
  /** Completes "Only … may do this". */
  whoIs: string;
}

interface WorkItemRule {
  states: readonly RequestState[];
  items: readonly WorkItemState[];
  who: (
    record: RequestRecord,
    item: WorkItemRecord,
    actor: RequestActor,
  ) => boolean;
  whoIs: string;
}

const working: readonly RequestState[] = [
  'triage',
  'in-progress',
  'waiting-for-requester',
];
const unsettled: readonly WorkItemState[] = [
  'required',
  'proposed',
  'assigned',
  'accepted',
];

const requester = (record: RequestRecord, actor: RequestActor) =>
  record.requesterRef === actor.ref;
const coreTeam = (_record: RequestRecord, actor: RequestActor) =>
  actor.isCoreTeam;
/** Nobody is left to speak for who asked. */
const isOrphan = (record: RequestRecord) =>
  record.requesterRef === ERASED_PERSON_REF;
const either =
  (...rules: RequestRule['who'][]): RequestRule['who'] =>
  (record, actor) =>
    rules.some(rule => rule(record, actor));
const decider = (record: RequestRecord, actor: RequestActor) =>
  record.decision?.decidedBy === actor.ref;
const holder = (record: RequestRecord, actor: RequestActor) =>
  record.items.some(
    item => item.state === 'accepted' && item.assigneeRef === actor.ref,
  );
const asked = (record: RequestRecord, actor: RequestActor) =>
  record.items.some(
    item => isAsked(item, actor) || item.assigneeRef === actor.ref,
  );

const steers = (
  _record: RequestRecord,
  item: WorkItemRecord,
  actor: RequestActor,
) => actor.isCoreTeam || actor.steers.has(item.competencyRef);

/** Who was asked: members of the group, or the person. For organisations outside, whoever steers the competency. */
export function isAsked(item: WorkItemRecord, actor: RequestActor): boolean {
  const { provider } = item;
  if (!provider) {
    return false;
  }
  return (
    actor.claims.has(provider.ref) ||
    (provider.kind === 'external' &&
      (actor.isCoreTeam || actor.steers.has(item.competencyRef)))
  );
}

const holdsItem = (
  _record: RequestRecord,
  item: WorkItemRecord,
  actor: RequestActor,
) => item.assigneeRef === actor.ref;

const askedOrHolds: WorkItemRule['who'] = (record, item, actor) =>
  item.state === 'accepted'
    ? holdsItem(record, item, actor)
    : isAsked(item, actor);

type RequestOnlyKind = Exclude<RequestCommandKind, WorkItemCommandKind>;

/** When a command of the request can be given, and by whom. */
export const requestRules: Record<RequestOnlyKind, RequestRule> = {
  submit: { states: ['draft'], who: requester, whoIs: 'the requester' },
  withdraw: {
    states: openStates,
    who: (record, actor) =>
      requester(record, actor) || (isOrphan(record) && actor.isCoreTeam),
    whoIs: 'the requester',
  },
  reply: {
    states: ['waiting-for-requester'],
    who: requester,
    whoIs: 'the requester',
  },
  require: {
    states: working,
    who: either(coreTeam, holder),
    whoIs: 'the core team and those who work on it',
  },
  decide: {
    states: ['triage', 'in-progress'],
    who: (record, actor) => mayDecide(record, actor),
    whoIs: 'those whom the type of the request names',
  },
  publish: {
    states: ['decided', 'closed'],
    who: either(coreTeam, decider),
    whoIs: 'who decided it and the core team',
  },
  unpublish: {
    states: ['decided', 'closed'],
    who: either(coreTeam, decider),
    whoIs: 'who decided it and the core team',
  },
  close: {
    states: ['decided'],
    who: either(requester, decider, coreTeam),
    whoIs: 'the requester, who decided it and the core team',
  },
  reopen: {
    states: ['decided', 'closed'],
    who: (record, actor) =>
      !isOrphan(record) && either(requester, coreTeam)(record, actor),
    whoIs: 'the requester and the core team, while it is known who asked,',
  },
  'set-confidentiality': {
    states: [...openStates, 'decided', 'closed', 'withdrawn'],
    who: either(requester, coreTeam),
    whoIs: 'the requester and the core team',
  },
  comment: {
    states: [...openStates, 'decided', 'closed'],
    who: either(requester, coreTeam, asked),
    whoIs: 'the requester, those who work on it and the core team',
  },
};

/** The same for the commands of one of its work items. */
export const workItemRules: Record<WorkItemCommandKind, WorkItemRule> = {
  assign: {
    states: working,
    items: ['required', 'proposed', 'assigned'],
    who: steers,
    whoIs: 'the core team and the owner of the competency',
  },
  take: {
    states: working,
    items: ['assigned'],
    who: (_record, item, actor) => isAsked(item, actor),
    whoIs: 'those who were asked',
  },
  decline: {
    states: working,
    items: ['assigned', 'accepted'],
    who: askedOrHolds,
    whoIs: 'those who were asked',
  },
  'hand-over': {
    states: working,
    items: ['assigned', 'accepted'],
    who: (record, item, actor) =>
      askedOrHolds(record, item, actor) || steers(record, item, actor),
    whoIs:
      'those who were asked, the core team and the owner of the competency',
  },
  'ask-back': {
    states: ['in-progress'],
    items: ['accepted'],
    who: holdsItem,
    whoIs: 'who took the work item',
  },
  finish: {
    states: ['in-progress', 'waiting-for-requester'],
    items: ['accepted'],
    who: holdsItem,
    whoIs: 'who took the work item',
  },
  skip: {
    states: working,
    items: unsettled,
    who: steers,
    whoIs: 'the core team and the owner of the competency',
  },
  reroute: {
    states: working,
    items: unsettled,
    who: steers,
    whoIs: 'the core team and the owner of the competency',
  },
};

export function isWorkItemKind(
  kind: RequestCommandKind,
): kind is WorkItemCommandKind {
  return kind in workItemRules;
}

export function checkRequestRule(
  record: RequestRecord,
  kind: RequestOnlyKind,
  actor: RequestActor,
): Refusal | undefined {
  const rule = requestRules[kind];
  if (!rule.states.includes(record.state)) {
    return refuse(
      'state',
      `A request that is '${record.state}' cannot be given '${kind}'`,
      `it can while it is ${list(
        rule.states,
      )}; read it again to see what is next`,
    );
  }
  if (!rule.who(record, actor)) {
    return refuse(
      'who',
      `'${kind}' is not yours to give`,
      `only ${rule.whoIs} may; ask them`,
    );
  }
  return undefined;
}

export function checkWorkItemRule(
  record: RequestRecord,
  item: WorkItemRecord,
  options: { kind: WorkItemCommandKind; actor: RequestActor },
): Refusal | undefined {
  const { kind, actor } = options;
  const rule = workItemRules[kind];
  if (!rule.states.includes(record.state)) {
    return refuse(
      'state',
      `A work item of a request that is '${record.state}' cannot be given '${kind}'`,
      `it can while the request is ${list(
        rule.states,
      )}; read it again to see what is next`,
    );
  }
  if (!rule.items.includes(item.state)) {
    return refuse(
      'state',
      `A work item that is '${item.state}' cannot be given '${kind}'`,
      `it can while it is ${list(
        rule.items,
      )}; read the request again to see who has it`,
    );
  }
  if (!rule.who(record, item, actor)) {
    return refuse(
      'who',
      `'${kind}' is not yours to give`,
      `only ${rule.whoIs} may; ask them`,
    );
  }
  if (record.terms?.fourEyes && requester(record, actor)) {
    return refuse(
      'who',
      'Who asks for something of this type has no say in the work on it',
      'let somebody else of the group, of the core team or of those who steer the competency do it',
    );
  }
  return undefined;
}

function mayDecide(record: RequestRecord, actor: RequestActor): boolean {
  // Once who asked was erased, it may be anybody.
  if (
    record.terms?.fourEyes &&
    (requester(record, actor) || isOrphan(record))
  ) {
    return false;
  }
  const deciders = decidersOf(record);
  return deciders === 'core-team'
    ? actor.isCoreTeam
    : deciders.includes(actor.ref);
}

function list(words: readonly string[]): string {
  return words.map(word => `'${word}'`).join(' or ');
}
