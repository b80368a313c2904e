import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useId, useRef, useState } from 'react';
import { instantText } from '../../shared/instants';
import { newId } from '../../shared/ids';
import { api, bodyOf } from '../api';
import { useKeptText } from '../kept';
import { useLanguage, useName, useWords } from '../language';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import { useDecided } from './decided';
import { DelegateDialog } from './delegate-dialog';
import { Outlook } from './outlook';
import { useOutlook, type CaseApproval, type Decision, type Detail } from './queries';
import { APPROVALS_WORDS } from './words';

interface Deciding {
  readonly id: string;
  readonly detail: Detail;
  readonly approval: CaseApproval;
}

/** Approve, refuse or delegate, with what either decision does; and what a colleague decided meanwhile. */
export function DecisionCard({ id, detail, approval }: Deciding) {
  const t = useWords(APPROVALS_WORDS);
  const shell = useWords(SHELL_WORDS);
  const name = useName();
  const queries = useQueryClient();
  const onward = useOnward(id);
  const reasonId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useKeptText(`approval.${id}`);
  const [isMissing, setMissing] = useState(false);
  const [isDelegating, setDelegating] = useState(false);
  const command = useRef({ what: '', id: '' });
  const { number } = detail;
  const { approvalId, what, status } = approval;
  const isOpen = status === 'open';
  const outlook = useOutlook(number, approvalId, isOpen);
  const refusal = outlook.data?.approve.refusal;

  const decide = useMutation({
    mutationFn: (decision: Decision) => {
      const given = { approvalId, decision, reason: reason.trim() };
      // The same decision keeps its id over retries: it is done once, though its answer was lost.
      const key = JSON.stringify(given);
      if (command.current.what !== key) command.current = { what: key, id: newId() };
      return bodyOf(
        api.POST('/v1/cases/{number}/commands', {
          params: { path: { number } },
          body: { commands: [{ id: command.current.id, type: 'decideApproval', data: given }] },
        }),
      );
    },
    onSuccess: (_, decision) => {
      setReason('');
      onward({ word: decision === 'approve' ? 'doneApproved' : 'doneRejected', number, what });
    },
    // A colleague may have decided first: the case says who, and why.
    onError: () => void queries.invalidateQueries({ queryKey: ['case', number] }),
  });
  const give = (decision: Decision) => {
    const isBlank = reason.trim() === '';
    setMissing(isBlank);
    if (isBlank) field.current?.focus();
    else decide.mutate(decision);
  };
  const isIdle = isOpen && !refusal && !decide.isPending && !decide.isSuccess;

  return (
    <section className="card approval-decision" aria-labelledby={`${reasonId}-title`}>
      <h3 id={`${reasonId}-title`}>{t('decision')}</h3>
      {!isOpen && !decide.isSuccess && <Meanwhile id={id} approval={approval} hasTyped={reason !== ''} />}
      {isOpen && refusal && <p role="note">{name(refusal.words)}</p>}
      {isOpen && outlook.data && !refusal && (
        <>
          <Outlook title={t('ifApprove')} result={outlook.data.approve} />
          <Outlook title={t('ifReject')} result={outlook.data.reject} />
        </>
      )}
      <label htmlFor={reasonId}>{t('reason')}</label>
      <textarea
        id={reasonId}
        ref={field}
        rows={4}
        maxLength={2000}
        value={reason}
        aria-invalid={isMissing}
        aria-describedby={`${reasonId}-fault`}
        onChange={({ target }) => {
          setReason(target.value);
          setMissing(false);
        }}
      />
      <p id={`${reasonId}-fault`} className="fault" role="alert">
        {isMissing && t('reasonNeeded')}
        {decide.error && isOpen && faultText(decide.error, shell)}
      </p>
      <div className="approval-buttons">
        <button type="button" className="button-main" disabled={!isIdle} onClick={() => give('approve')}>
          {decide.isPending ? t('sending') : t('approve')}
        </button>
        <button
          type="button"
          className="button-plain approval-reject"
          disabled={!isIdle}
          onClick={() => give('reject')}
        >
          {t('reject')}
        </button>
        <button type="button" className="button-plain" disabled={!isIdle} onClick={() => setDelegating(true)}>
          {t('delegate')}
        </button>
      </div>
      {isDelegating && (
        <DelegateDialog
          number={number}
          approvalId={approvalId}
          onClose={() => setDelegating(false)}
          onDone={() => onward({ word: 'doneDelegated', number, what })}
        />
      )}
    </section>
  );
}

/** Says what was done, reads the list again, and shows what comes next. */
function useOnward(id: string) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const search = useSearch({ from: '/approvals' });
  const { report, nextAfter } = useDecided();
  return (outcome: Parameters<typeof report>[0]) => {
    report(outcome);
    const next = nextAfter(id);
    void queries.invalidateQueries({ queryKey: ['approvals'] });
    void queries.invalidateQueries({ queryKey: ['case'] });
    void queries.invalidateQueries({ queryKey: ['counts'] });
    void (next === undefined
      ? navigate({ to: '/approvals', search })
      : navigate({ to: '/approvals/$id', params: { id: next }, search }));
  };
}

interface Ended {
  readonly id: string;
  readonly approval: CaseApproval;
  readonly hasTyped: boolean;
}

function Meanwhile({ id, approval: { decided, withdrawn, statusNames }, hasTyped }: Ended) {
  const t = useWords(APPROVALS_WORDS);
  const name = useName();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const search = useSearch({ from: '/approvals' });
  const next = useDecided().nextAfter(id);
  return (
    <div className="approval-meanwhile" role="status">
      {decided && (
        <p>
          {t('decidedMeanwhile', {
            by: decided.by,
            at: instantText(decided.at, language),
            status: name(statusNames),
            reason: decided.reason,
          })}
        </p>
      )}
      {withdrawn && (
        <p>{t('withdrawnMeanwhile', { at: instantText(withdrawn.at, language), why: name(statusNames) })}</p>
      )}
      {hasTyped && <p>{t('typedKept')}</p>}
      {next !== undefined && (
        <button
          type="button"
          className="button-plain"
          onClick={() => void navigate({ to: '/approvals/$id', params: { id: next }, search })}
        >
          {t('next')}
        </button>
      )}
    </div>
  );
}
