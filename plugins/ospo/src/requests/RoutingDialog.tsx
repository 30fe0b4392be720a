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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import {
  RoutingCandidate,
  RoutingExplanation,
  WorkItem,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AsyncContent } from '../shared/AsyncContent';
import { DataColumn, DataTable } from '../shared/DataTable';
import { entityName } from '../shared/entityNames';
import { EmptyFace } from '../shared/Faces';
import styles from '../shared/Office.module.css';
import { RefLink } from '../shared/RefLinks';
import { ToneBadge } from '../shared/StateBadge';
import surface from '../shared/Surface.module.css';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { CommandError } from './CommandError';
import { RequestPartProps } from './RequestPartProps';
import { useCommand } from './useCommand';

export interface RoutingDialogProps extends RequestPartProps {
  item: WorkItem;
  onClose: () => void;
}

/** Every candidate and every rejected one, each with why; the core team asks the proposed one or another. */
export function RoutingDialog(props: RoutingDialogProps) {
  const { request, item, onChanged, reload, onClose } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const commanding = useCommand(request, onChanged);
  const question = { requestId: request.id, workItemId: item.id };
  const state = useOspo(['routing', question, request.version], (api, signal) =>
    api.requests.explainRouting(question, { signal }),
  );
  const ask = async (providerRef: string) => {
    const isDone = await commanding.give({
      kind: 'assign',
      workItemId: item.id,
      providerRef,
    });
    if (isDone) {
      onClose();
    }
  };
  return (
    <Dialog
      className={surface.surface}
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(70rem, calc(100vw - 2rem))"
    >
      <DialogHeader>{`${t('routing.title')}: ${
        item.competency.title
      }`}</DialogHeader>
      <DialogBody>
        <div className={styles.widget}>
          <AsyncContent state={state} rows={4}>
            {explanation => (
              <Candidates
                explanation={explanation}
                mayAsk={item.may.includes('assign')}
                isPending={commanding.isPending}
                ask={ask}
              />
            )}
          </AsyncContent>
          <CommandError commanding={commanding} reload={reload} />
        </div>
      </DialogBody>
    </Dialog>
  );
}

interface CandidatesProps {
  explanation: RoutingExplanation;
  mayAsk: boolean;
  isPending: boolean;
  ask: (providerRef: string) => void;
}

function Candidates(props: CandidatesProps) {
  const { explanation, mayAsk, isPending, ask } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  if (explanation.candidates.length === 0) {
    return <EmptyFace title={t('routing.none')} />;
  }
  const columns: DataColumn<RoutingCandidate>[] = [
    {
      id: 'candidate',
      label: t('routing.candidate'),
      isRowHeader: true,
      cell: row => (
        <>
          <RefLink
            entityRef={row.ref}
            isMissing={row.rejections.some(({ code }) => code === 'missing')}
          />{' '}
          {row.ref === explanation.proposedRef && (
            <ToneBadge tone="good">{t('routing.proposed')}</ToneBadge>
          )}
          <span className={styles.muted}>
            {t(`providerKind.${row.kind}`)}, {t(`authority.${row.authority}`)}
          </span>
        </>
      ),
    },
    {
      id: 'rank',
      label: t('routing.order'),
      isNumber: true,
      cell: row => (row.rank === undefined ? '–' : format.number(row.rank)),
    },
    {
      id: 'why',
      label: t('routing.why'),
      cell: row => <Reasons candidate={row} />,
    },
    {
      id: 'ask',
      label: t('command.assign'),
      isShort: true,
      cell: row =>
        mayAsk && row.rank !== undefined ? (
          <Button
            size="small"
            variant={
              row.ref === explanation.proposedRef ? 'primary' : 'secondary'
            }
            isPending={isPending}
            onPress={() => ask(row.ref)}
          >
            {t('routing.ask', { name: row.title ?? entityName(row.ref) })}
          </Button>
        ) : (
          '–'
        ),
    },
  ];
  return (
    <>
      <DataTable
        label={t('routing.title')}
        columns={columns}
        rows={[...explanation.candidates].sort(
          (a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity),
        )}
        getKey={row => `${row.ref} ${row.authority}`}
      />
      <span className={styles.muted}>
        {t('routing.asOf', { date: format.dateTime(explanation.asOf) })}
      </span>
    </>
  );
}

function Reasons(props: { candidate: RoutingCandidate }) {
  const { rejections, ranking } = props.candidate;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  return rejections.length > 0 ? (
    <ul className={styles.list} aria-label={t('routing.rejectedBecause')}>
      {rejections.map(({ code, detail }) => (
        <li key={code}>
          <ToneBadge tone="warn">{t(`routing.rejection.${code}`)}</ToneBadge>{' '}
          <span lang="en">{detail}</span>
        </li>
      ))}
    </ul>
  ) : (
    <ul className={styles.list}>
      {ranking.map(({ code, value, decisive }) => (
        <li key={code}>
          {t(`routing.ranking.${code}`)}: <span lang="en">{value}</span>
          {decisive && (
            <>
              {' '}
              <ToneBadge tone="note">{t('routing.decisive')}</ToneBadge>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
