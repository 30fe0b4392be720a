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

import { lazy, Suspense, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RequestType } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { WaitingFace } from '../../shared/Faces';
import styles from '../../shared/Office.module.css';
import { Panel, ScreenHead } from '../../shared/Screen';
import { useFormat } from '../../shared/useFormat';
import { localiseSchema } from '../form/localiseSchema';
import { localText } from '../localText';
import { AskAside } from './AskAside';
import { AskValues, firstTitle, pickValues, withoutFacts } from './askRules';
import { ConfidentialityChoice } from './ConfidentialityChoice';
import { DraftStatus } from './DraftStatus';
import { keptValues } from './keptValues';
import { KnownFacts } from './KnownFacts';
import { SubjectFields } from './SubjectFields';
import { TitleField } from './TitleField';
import { SavedDraft, useDraft } from './useDraft';
import { usePreview } from './usePreview';

/** The form library and its validator are larger than everything else here: they come with the form. */
const RequestForm = lazy(() =>
  import('../form/RequestForm').then(m => ({ default: m.RequestForm })),
);
const AskReview = lazy(() =>
  import('./AskReview').then(m => ({ default: m.AskReview })),
);
const DeleteDraft = lazy(() =>
  import('./DeleteDraft').then(m => ({ default: m.DeleteDraft })),
);

export interface AskFormProps {
  type: RequestType;
  start: Partial<AskValues>;
  draft?: SavedDraft;
  onSavedFirst?: (id: string) => void;
}

/** Writing a request: the questions, what is known already, and beside them what it brings about. */
export function AskForm(props: AskFormProps) {
  const { type, start, draft: firstDraft, onSavedFirst = () => {} } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const { language } = useFormat();
  // Not under the kind alone: what was written about one thing is no start of asking about another.
  const [keptAs] = useState(() => JSON.stringify([type.id, start.subject]));
  const [kept] = useState(() => keptValues(firstDraft?.id ?? keptAs));
  const [own, setOwn] = useState<AskValues>(() => ({
    title: firstTitle(localText(type.title, language), start.subject),
    answers: {},
    subject: {},
    confidentiality: type.defaultConfidentiality,
    ...pickValues(start),
    ...kept,
  }));
  const [isTouched, setIsTouched] = useState(kept !== undefined);
  const [otherwise, setOtherwise] = useState<ReadonlySet<string>>(new Set());
  const [isReviewed, setIsReviewed] = useState(false);
  const [titleCalls, setTitleCalls] = useState(0);
  const callTitle = () => setTitleCalls(count => count + 1);
  const { preview, facts, known, values } = usePreview(type, own, otherwise);
  const draft = useDraft({
    typeId: type.id,
    keptAs,
    values,
    isTouched,
    draft: firstDraft,
    onSavedFirst,
  });
  const change = (changed: Partial<AskValues>) => {
    setIsTouched(true);
    setOwn(before => ({ ...before, ...changed }));
  };
  const schema = localiseSchema(type.schema, language);

  if (isReviewed) {
    return (
      <Suspense fallback={<WaitingFace rows={6} />}>
        <AskReview
          type={type}
          values={values}
          draft={draft}
          preview={preview}
          onEdit={() => {
            setIsReviewed(false);
            callTitle();
          }}
        />
      </Suspense>
    );
  }
  return (
    <>
      <ScreenHead
        title={localText(type.title, language)}
        intro={localText(type.description, language)}
        actions={<DraftStatus draft={draft} />}
      />
      <div className={styles.columns}>
        <Panel>
          <div className={styles.form}>
            <TitleField
              value={own.title}
              calls={titleCalls}
              onChange={title => change({ title })}
            />
            <SubjectFields
              type={type}
              subject={own.subject}
              onChange={subject => {
                // What was known about the one is no answer about the other.
                setOtherwise(new Set());
                change({ subject, answers: withoutFacts(own.answers, facts) });
              }}
            />
            <KnownFacts
              schema={schema}
              known={known}
              onChange={name => {
                setOtherwise(new Set([...otherwise, name]));
                change({
                  answers: { ...own.answers, [name]: values.answers[name] },
                });
              }}
            />
            <Suspense fallback={<WaitingFace rows={6} />}>
              <RequestForm
                schema={schema}
                uiSchema={localiseSchema(type.uiSchema, language)}
                hidden={known.map(({ name }) => name)}
                answers={values.answers}
                onChange={answers =>
                  change({ answers: withoutFacts(answers, known) })
                }
                onReady={() =>
                  own.title.trim() ? setIsReviewed(true) : callTitle()
                }
              >
                <ConfidentialityChoice
                  value={own.confidentiality}
                  onChange={confidentiality => change({ confidentiality })}
                />
                <div className={styles.row}>
                  <Button type="submit" variant="primary">
                    {t('ask.review')}
                  </Button>
                  {draft.draft && (
                    <Suspense fallback={null}>
                      <DeleteDraft draft={draft} />
                    </Suspense>
                  )}
                </div>
              </RequestForm>
            </Suspense>
          </div>
        </Panel>
        <AskAside preview={preview} />
      </div>
    </>
  );
}
