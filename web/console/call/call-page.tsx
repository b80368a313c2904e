import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../language';
import { useRemembered } from '../kept';
import { useMe } from '../session';
import { AFTER_SAVING, type AfterSaving } from './after-saving';
import { useCaller } from './caller';
import { CallerPanel } from './caller-panel';
import './call.css';
import { carryOver, dropDraft, unfinishedCalls, useCallDraft } from './draft';
import { NumberBox } from './number-box';
import { RequestForm } from './request-form';
import { SavedCall } from './saved-call';
import { CALL_WORDS } from './words';

/** The clerk's desk: a number becomes a caller, and what they say a case, without leaving the page. */
export function CallPage() {
  const t = useWords(CALL_WORDS);
  const { id: staffId } = useMe();
  const { number = '' } = useSearch({ from: '/call' });
  const navigate = useNavigate();
  const [saved, setSaved] = useState<{ readonly caseNumber: string; readonly isNextHere: boolean }>();
  const [after, chooseAfter] = useRemembered<AfterSaving>('aftercare.after-call', AFTER_SAVING, 'next');
  const go = (next: string) => void navigate({ to: '/call', search: next === '' ? {} : { number: next } });
  const onSaved = (caseNumber: string) => {
    dropDraft(staffId, number);
    if (after === 'open') return void navigate({ to: '/cases/$number', params: { number: caseNumber } });
    setSaved({ caseNumber, isNextHere: after === 'next' });
    if (after === 'next') go('');
  };
  const others = unfinishedCalls(staffId).filter((one) => one !== number);
  return (
    <>
      <h1>{t('title')}</h1>
      {saved && (
        <SavedCall
          number={saved.caseNumber}
          {...(!saved.isNextHere && {
            onNext: () => {
              setSaved(undefined);
              go('');
            },
          })}
        />
      )}
      {(saved === undefined || saved.isNextHere) && (
        <>
          <div className="call-head">
            <NumberBox
              key={number}
              number={number}
              onNumber={(next) => {
                carryOver(staffId, next);
                go(next);
              }}
            />
            {others.length > 0 && (
              <p className="unfinished">
                {t('unfinished')}{' '}
                {others.map((one) => (
                  <button key={one} type="button" className="button-plain" onClick={() => go(one)}>
                    {one || t('withoutNumber')}
                  </button>
                ))}
              </p>
            )}
          </div>
          <Call
            key={`${number} ${saved?.caseNumber ?? ''}`}
            {...{ staffId, number, after, onSaved }}
            onAfter={chooseAfter}
          />
        </>
      )}
    </>
  );
}

interface OneCall {
  readonly staffId: string;
  readonly number: string;
  readonly after: AfterSaving;
  readonly onAfter: (after: AfterSaving) => void;
  readonly onSaved: (caseNumber: string) => void;
}

function Call({ staffId, number, after, onAfter, onSaved }: OneCall) {
  const drafting = useCallDraft(staffId, number);
  const { draft, change } = drafting;
  const caller = useCaller(number, draft.customer);
  const subject = useRef<HTMLInputElement>(null);
  const isKnown = caller.file !== undefined;
  // The caller is on the screen: what they say is written next.
  useEffect(() => {
    if (isKnown) subject.current?.focus();
  }, [isKnown]);
  return (
    <div className="call">
      <CallerPanel {...{ number, caller, draft, change }} onChosen={() => subject.current?.focus()} />
      <RequestForm {...drafting} {...{ number, subject, after, onAfter, onSaved }} file={caller.file} />
    </div>
  );
}
