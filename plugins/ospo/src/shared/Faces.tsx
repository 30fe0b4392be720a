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

import { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Skeleton, VisuallyHidden } from '@backstage/ui';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import styles from './Faces.module.css';

export interface WaitingFaceProps {
  rows?: number;
}

/** Stands where rows will be, at about their height, so that the page does not jump. */
export function WaitingFace(props: WaitingFaceProps) {
  const { rows = 6 } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  return (
    <div role="status" className={styles.waiting}>
      <VisuallyHidden>{t('face.loading')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} width="100%" height={32} />
      ))}
    </div>
  );
}

export interface FailedFaceProps {
  error: Error;
  retry?: () => void;
  /** Why there may be nothing at this address, where more can be said than that. */
  notFoundHint?: string;
}

export function statusOf(error: Error): number | undefined {
  return 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}

/** Says what failed and what can be done: try again, ask for access, or go elsewhere. */
export function FailedFace(props: FailedFaceProps) {
  const { error, retry, notFoundHint } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const status = statusOf(error);
  if (status === 404) {
    return (
      <EmptyFace
        title={t('face.notFound')}
        hint={notFoundHint ?? t('face.notFoundHint')}
      />
    );
  }
  const isDenied = status === 401 || status === 403;
  return (
    <Alert
      role="alert"
      status={isDenied ? 'warning' : 'danger'}
      icon
      title={isDenied ? t('face.denied') : t('face.failed')}
      description={
        <>
          {isDenied && <span>{t('face.deniedHint')}</span>}
          <span className={styles.message}>{error.message}</span>
        </>
      }
      customActions={
        retry && (
          <Button size="small" variant="secondary" onPress={retry}>
            {t('face.retry')}
          </Button>
        )
      }
    />
  );
}

export interface EmptyFaceProps {
  title: string;
  hint?: ReactNode;
  /** What to do next. */
  children?: ReactNode;
}

/** Nothing to show is an answer too: it says why, and what to do next. */
export function EmptyFace(props: EmptyFaceProps) {
  const { title, hint, children } = props;
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {hint && <p className={styles.hint}>{hint}</p>}
      {children}
    </div>
  );
}
