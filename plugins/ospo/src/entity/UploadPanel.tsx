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
import { Alert, Button, TextField } from '@backstage/ui';
import { UsageComponentDetail } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { RiUpload2Line } from '@remixicon/react';
import { useState } from 'react';
import { useFocusWhenLost } from '../shared/useFocusWhenLost';
import { useFormat } from '../shared/useFormat';
import { DropField } from './DropField';
import { UploadReport } from './UploadReport';
import styles from './UploadPanel.module.css';
import { UploadProgress } from './UploadProgress';
import { useUpload } from './useUpload';

export interface UploadPanelProps {
  component: UsageComponentDetail;
  /** Called when a document was, or may have been, stored: the numbers on the page may differ. */
  onChanged: () => void;
}

/** Sends a document from the person's machine, and shows what became of it. */
export function UploadPanel(props: UploadPanelProps) {
  const { component, onChanged } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  const [file, setFile] = useState<File>();
  const [target, setTarget] = useState('');
  const [stream, setStream] = useState('');
  const { state, ...upload } = useUpload(component.entityRef, onChanged);
  // Each step has its own buttons, and the one that was pressed goes with its step.
  const place = useFocusWhenLost<HTMLDivElement>(state.step);

  if (!component.may.upload) {
    return <Alert status="info" icon title={t('upload.notAllowed')} />;
  }
  if (state.step !== 'choosing' && state.step !== 'sending') {
    return (
      <div ref={place} tabIndex={-1} className={styles.form}>
        <UploadReport state={state} />
        <div>
          <Button
            variant="secondary"
            onPress={() => {
              setFile(undefined);
              upload.reset();
            }}
          >
            {t('upload.another')}
          </Button>
        </div>
      </div>
    );
  }
  const isSending = state.step === 'sending';
  const size = format.bytes(component.uploadMaxBytes);
  // Saying so before a long upload saves one.
  const isTooLarge = file !== undefined && file.size > component.uploadMaxBytes;
  return (
    <div ref={place} tabIndex={-1}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          if (file && !isTooLarge && !isSending) {
            upload.send({
              document: file,
              target: target.trim() || undefined,
              stream: stream.trim() || undefined,
            });
          }
        }}
      >
        <DropField
          file={file}
          maxSize={size}
          onFile={setFile}
          isDisabled={isSending}
        />
        {isTooLarge && (
          <Alert
            role="alert"
            status="danger"
            icon
            title={t('upload.tooLarge', { size })}
          />
        )}
        <div className={styles.fields}>
          <TextField
            label={t('upload.target')}
            description={t('upload.targetHint')}
            value={target}
            onChange={setTarget}
            isDisabled={isSending}
            maxLength={200}
          />
          <TextField
            label={t('upload.stream')}
            description={t('upload.streamHint')}
            value={stream}
            onChange={setStream}
            isDisabled={isSending}
            maxLength={200}
          />
        </div>
        {state.step === 'sending' ? (
          <UploadProgress share={state.share} onCancel={upload.cancel} />
        ) : (
          <div>
            <Button
              type="submit"
              iconStart={<RiUpload2Line aria-hidden />}
              isDisabled={!file || isTooLarge}
            >
              {t('upload.send')}
            </Button>
          </div>
        )}
      </form>
    </div>
  );
}
