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

import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import {
  RequestCommand,
  RequestCommandKind,
  RequestDetail,
  WorkItem,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import styles from '../shared/Office.module.css';
import { useFocusWhenLost } from '../shared/useFocusWhenLost';
import { useOspoLinks } from '../shared/useOspoLinks';
import { CommandDialog } from './CommandDialog';
import { CommandError } from './CommandError';
import { immediateCommands, toCommand } from './commandRules';
import { useCommand } from './useCommand';

/** What moves a request on stands out; the first of these that may be given. */
const leading: RequestCommandKind[] = [
  'submit',
  'decide',
  'finish',
  'take',
  'assign',
  'publish',
];

export interface CommandBarProps {
  request: RequestDetail;
  item?: WorkItem;
  onChanged: (request: RequestDetail) => void;
  reload: () => void;
}

/** The commands that the reader may give, as the backend lists them: nothing else is offered. */
export function CommandBar(props: CommandBarProps) {
  const { request, item, onChanged, reload } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const links = useOspoLinks();
  const [open, setOpen] = useState<RequestCommandKind>();
  const [given, setGiven] = useState<RequestCommand>();
  const onGiven = (changed: RequestDetail, command: RequestCommand) => {
    setGiven(command);
    onChanged(changed);
  };
  const commanding = useCommand(request, onGiven);
  // A command that was given is often not offered any more.
  const row = useFocusWhenLost<HTMLDivElement>(given);
  // Replying has its box beside the question, and sending has its review.
  const offered: RequestCommandKind[] = item
    ? item.may
    : request.may.filter(kind => kind !== 'reply' && kind !== 'submit');
  const ofRequest = offered.filter(
    kind => item !== undefined || !isItemCommand(kind),
  );
  const proposedRef =
    item?.state === 'proposed' && item.may.includes('assign')
      ? item.providerRef
      : undefined;
  // Another than the proposed one is asked from among all that are compared.
  const shown = ofRequest.filter(
    kind => kind !== 'assign' || proposedRef === undefined,
  );
  const first = leading.find(kind => shown.includes(kind));
  const press = async (kind: RequestCommandKind) => {
    const command = immediateCommands.includes(kind)
      ? toCommand(kind, {}, item?.id)
      : undefined;
    if (command) {
      await commanding.give(command);
    } else {
      setOpen(kind);
    }
  };
  const name = item?.competency.title;
  return (
    <>
      <div ref={row} tabIndex={-1} className={styles.row}>
        {!item && request.state === 'draft' && (
          <ButtonLink variant="primary" href={links.ask({ draft: request.id })}>
            {t('ask.edit')}
          </ButtonLink>
        )}
        {item && proposedRef && (
          <Button
            variant="primary"
            isPending={commanding.isPending}
            aria-label={`${t('command.confirm')}: ${item.competency.title}`}
            onPress={() =>
              commanding.give({
                kind: 'assign',
                workItemId: item.id,
                providerRef: proposedRef,
              })
            }
          >
            {t('command.confirm')}
          </Button>
        )}
        {shown.map(kind => (
          <Button
            key={kind}
            variant={kind === first ? 'primary' : 'secondary'}
            isPending={commanding.isPending && immediateCommands.includes(kind)}
            aria-label={name ? `${t(`command.${kind}`)}: ${name}` : undefined}
            onPress={() => press(kind)}
          >
            {t(`command.${kind}`)}
          </Button>
        ))}
        {!item && ofRequest.length === 0 && request.state !== 'draft' && (
          <span className={styles.muted}>{t('request.noActions')}</span>
        )}
        <span role="status" className={styles.muted}>
          {given && t('command.done', { name: t(`command.${given.kind}`) })}
        </span>
      </div>
      <CommandError commanding={commanding} reload={reload} />
      {open && (
        <CommandDialog
          kind={open}
          request={request}
          item={item}
          onChanged={onGiven}
          reload={reload}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

const itemCommands: RequestCommandKind[] = [
  'assign',
  'take',
  'decline',
  'hand-over',
  'ask-back',
  'finish',
  'skip',
  'reroute',
];

function isItemCommand(kind: RequestCommandKind): boolean {
  return itemCommands.includes(kind);
}
