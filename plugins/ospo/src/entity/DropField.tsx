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

import { DragEvent, useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { useFormat } from '../shared/useFormat';
import styles from './UploadPanel.module.css';

export interface DropFieldProps {
  file: File | undefined;
  /** How large a file may be, in words. */
  maxSize: string;
  onFile: (file: File) => void;
  isDisabled: boolean;
}

/** Takes one file, dropped or picked; the button does for the keyboard what dropping does for the mouse. */
export function DropField(props: DropFieldProps) {
  const { file, maxSize, onFile, isDisabled } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [isTooMany, setIsTooMany] = useState(false);

  const take = (files: FileList | null) => {
    const [first] = Array.from(files ?? []);
    setIsTooMany((files?.length ?? 0) > 1);
    if (first && files?.length === 1 && !isDisabled) {
      onFile(first);
    }
  };
  const onDrag = (event: DragEvent, over: boolean) => {
    event.preventDefault();
    setIsOver(over && !isDisabled);
  };

  return (
    <div
      role="group"
      aria-label={t('upload.title')}
      className={styles.drop}
      data-over={isOver || undefined}
      onDragOver={event => onDrag(event, true)}
      onDragLeave={event => onDrag(event, false)}
      onDrop={event => {
        onDrag(event, false);
        take(event.dataTransfer.files);
      }}
    >
      <p>{t('upload.drop')}</p>
      <Button
        variant="secondary"
        isDisabled={isDisabled}
        onPress={() => input.current?.click()}
      >
        {t('upload.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('upload.choose')}
        onChange={event => {
          take(event.target.files);
          // The same file can be chosen again after it was mended.
          event.target.value = '';
        }}
      />
      <p role="status" className={styles.chosen}>
        {isTooMany && t('upload.tooMany')}
        {!isTooMany &&
          file &&
          t('upload.chosen', {
            name: file.name,
            size: format.bytes(file.size),
          })}
      </p>
      <p className={styles.hint}>{t('upload.hint', { size: maxSize })}</p>
    </div>
  );
}
