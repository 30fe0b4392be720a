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
import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { RiDownloadLine } from '@remixicon/react';
import { saveBlob } from './saveBlob';

export interface CsvButtonProps {
  fileName: string;
  load: () => Promise<Blob>;
  /** What the button says when the file is no CSV. */
  label?: string;
}

/** All rows of a list, not only those of the page, as a file. */
export function CsvButton(props: CsvButtonProps) {
  const { fileName, load, label } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const toasts = useApi(toastApiRef);
  const [isPending, setIsPending] = useState(false);

  const download = async () => {
    setIsPending(true);
    try {
      saveBlob(await load(), fileName);
    } catch (error) {
      toasts.post({
        title: t('list.csvFailed'),
        description: error instanceof Error ? error.message : String(error),
        status: 'danger',
      });
    } finally {
      setIsPending(false);
    }
  };

  return (
    <Button
      variant="secondary"
      iconStart={<RiDownloadLine aria-hidden />}
      isPending={isPending}
      onPress={download}
    >
      {label ?? t('list.csv')}
    </Button>
  );
}
