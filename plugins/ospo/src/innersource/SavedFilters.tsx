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
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Link,
  TextField,
} from '@backstage/ui';
import {
  ospoInnerSourceTranslationRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { RiBookmarkLine } from '@remixicon/react';
import { useLocation } from 'react-router-dom';
import { ActionError } from '../shared/ActionError';
import styles from '../shared/Office.module.css';
import surface from '../shared/Surface.module.css';
import { useAction } from '../shared/useAction';
import { QueryState } from '../shared/useQueryState';
import { useOspoLinks } from '../shared/useOspoLinks';
import { isNarrowed, readProjectFilters } from './projectQueries';
import {
  MAX_NAME,
  MAX_SAVED,
  SavedFilter,
  savedSearch,
  withSaved,
} from './savedFilterRules';
import { useSavedFilters } from './useSavedFilters';

export interface SavedFiltersProps {
  query: QueryState;
}

/** Filters that the reader comes back to: chosen here, and saved here under a name. */
export function SavedFilters(props: SavedFiltersProps) {
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const [isOpen, setIsOpen] = useState(false);
  const { saved, save } = useSavedFilters();
  const action = useAction();
  const change = (filters: SavedFilter[]) => action.run(() => save(filters));
  const close = () => {
    setIsOpen(false);
    action.clear();
  };
  return (
    <>
      <Button
        variant="secondary"
        iconStart={<RiBookmarkLine aria-hidden />}
        onPress={() => setIsOpen(true)}
      >
        {t('saved.button')}
      </Button>
      <Dialog
        className={surface.surface}
        isOpen={isOpen}
        onOpenChange={open => !open && close()}
        width="min(32rem, calc(100vw - 2rem))"
      >
        <DialogHeader>{t('saved.title')}</DialogHeader>
        <DialogBody>
          <div className={styles.fields}>
            <List
              saved={saved}
              onChoose={close}
              onRemove={filter =>
                change(saved.filter(({ name }) => name !== filter.name))
              }
            />
            <SaveForm
              query={props.query}
              isFull={saved.length >= MAX_SAVED}
              isPending={action.isPending}
              onSave={filter => change(withSaved(saved, filter))}
            />
            <ActionError error={action.error} />
          </div>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" onPress={close}>
            {t('saved.close')}
          </Button>
        </DialogFooter>
      </Dialog>
    </>
  );
}

function List(props: {
  saved: SavedFilter[];
  onChoose: () => void;
  onRemove: (filter: SavedFilter) => void;
}) {
  const { saved, onChoose, onRemove } = props;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const { t: shared } = useTranslationRef(ospoTranslationRef);
  const links = useOspoLinks();
  if (saved.length === 0) {
    return <p className={styles.line}>{t('saved.none')}</p>;
  }
  return (
    <ul className={styles.list} aria-label={t('saved.list')}>
      {saved.map(filter => (
        <li key={filter.name} className={`${styles.item} ${styles.apart}`}>
          <Link
            href={`${links.projects()}?${filter.search}`}
            onClick={onChoose}
          >
            {filter.name}
          </Link>
          <Button
            size="small"
            variant="tertiary"
            aria-label={shared('action.removeOf', { name: filter.name })}
            onPress={() => onRemove(filter)}
          >
            {shared('action.remove')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function SaveForm(props: {
  query: QueryState;
  isFull: boolean;
  isPending: boolean;
  onSave: (filter: SavedFilter) => Promise<boolean>;
}) {
  const { query, isFull, isPending, onSave } = props;
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  const { search } = useLocation();
  const [name, setName] = useState('');
  if (!isNarrowed(readProjectFilters(query))) {
    return <span className={styles.muted}>{t('saved.nothing')}</span>;
  }
  if (isFull) {
    return <span className={styles.muted}>{t('saved.full')}</span>;
  }
  const save = async () => {
    if (
      name.trim() &&
      (await onSave({ name: name.trim(), search: savedSearch(search) }))
    ) {
      setName('');
    }
  };
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        label={t('saved.name')}
        value={name}
        maxLength={MAX_NAME}
        onChange={setName}
      />
      <div>
        <Button
          type="submit"
          variant="primary"
          isPending={isPending}
          isDisabled={name.trim() === ''}
        >
          {t('saved.save')}
        </Button>
      </div>
    </form>
  );
}
