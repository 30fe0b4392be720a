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
import { Button } from '@backstage/ui';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { RiFileCopyLine } from '@remixicon/react';
import styles from './CopyBlock.module.css';

export interface CopyBlockProps {
  text: string;
}

/** Lines to copy. Long ones wrap, because half a command is of no use on a phone. */
export function CopyBlock(props: CopyBlockProps) {
  const { text } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setIsCopied(true);
  };
  return (
    <div className={styles.block}>
      <pre className={styles.text}>{text}</pre>
      <Button
        variant="secondary"
        iconStart={<RiFileCopyLine aria-hidden />}
        onPress={copy}
      >
        {isCopied ? t('start.copied') : t('start.copy')}
      </Button>
    </div>
  );
}
