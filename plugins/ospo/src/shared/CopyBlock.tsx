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

import { useEffect, useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { RiFileCopyLine } from '@remixicon/react';
import styles from './CopyBlock.module.css';

/** For so long it says that it was done. */
const SAID_MS = 4_000;

export interface CopyBlockProps {
  text: string;
}

/** Lines to copy. Long ones wrap, because half a command is of no use on a phone. */
export function CopyBlock(props: CopyBlockProps) {
  const { text } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const lines = useRef<HTMLPreElement>(null);
  const [outcome, setOutcome] = useState<{ of: string; isCopied: boolean }>();
  // Other lines, for example after another choice, were not copied.
  const said = outcome?.of === text ? outcome : undefined;

  useEffect(() => {
    if (!outcome?.isCopied) {
      return undefined;
    }
    const timer = setTimeout(() => setOutcome(undefined), SAID_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      // Over plain HTTP there is none.
      await navigator.clipboard.writeText(text);
      setOutcome({ of: text, isCopied: true });
    } catch {
      if (lines.current) {
        window.getSelection()?.selectAllChildren(lines.current);
      }
      setOutcome({ of: text, isCopied: false });
    }
  };

  return (
    <div className={styles.block}>
      <pre ref={lines} className={styles.text}>
        {text}
      </pre>
      <Button
        variant="secondary"
        iconStart={<RiFileCopyLine aria-hidden />}
        onPress={copy}
      >
        {t('start.copy')}
      </Button>
      <span role="status" className={styles.said}>
        {said && t(said.isCopied ? 'start.copied' : 'start.copyFailed')}
      </span>
    </div>
  );
}
