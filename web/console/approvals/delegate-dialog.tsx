import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { newId } from '../../shared/ids';
import { api, bodyOf } from '../api';
import { useKeptText } from '../kept';
import { useWords } from '../language';
import { useMe } from '../session';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import { ColleagueSelect } from './colleague-select';
import { ReasonField } from './reason-field';
import { APPROVALS_WORDS } from './words';

interface Delegating {
  readonly number: string;
  readonly approvalId: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Hands an approval to a colleague, with the reason. */
export function DelegateDialog({ number, approvalId, onClose, onDone }: Delegating) {
  const t = useWords(APPROVALS_WORDS);
  const shell = useWords(SHELL_WORDS);
  const me = useMe();
  const ids = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [staffId, setStaffId] = useState('');
  const [reason, setReason] = useKeptText(`delegate.${number}.${approvalId}`);
  const command = useRef({ what: '', id: '' });
  useEffect(() => dialog.current?.showModal(), []);
  const delegate = useMutation({
    mutationFn: () => {
      const data = { approvalId, staffId, reason: reason.trim() };
      const key = JSON.stringify(data);
      if (command.current.what !== key) command.current = { what: key, id: newId() };
      return bodyOf(
        api.POST('/v1/cases/{number}/commands', {
          params: { path: { number } },
          body: { commands: [{ id: command.current.id, type: 'delegateApproval', data }] },
        }),
      );
    },
    onSuccess: () => {
      setReason('');
      onClose();
      onDone();
    },
  });
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={`${ids}-title`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          delegate.mutate();
        }}
      >
        <h3 id={`${ids}-title`}>{t('delegateTitle')}</h3>
        <p className="quiet">{t('delegateHelp')}</p>
        <label htmlFor={`${ids}-to`}>{t('delegateTo')}</label>
        <ColleagueSelect
          id={`${ids}-to`}
          value={staffId}
          onChange={setStaffId}
          hint={t('choosePerson')}
          isFit={({ id, roles }) => id !== me.id && !roles.includes('repair-engineer')}
        />
        <ReasonField id={`${ids}-reason`} label={t('reason')} value={reason} onChange={setReason} />
        <p className="fault" role="alert">
          {delegate.error && faultText(delegate.error, shell)}
        </p>
        <div className="approval-buttons">
          <button type="submit" className="button-main" disabled={delegate.isPending}>
            {t('delegateDo')}
          </button>
          <button type="button" className="button-plain" onClick={() => dialog.current?.close()}>
            {shell('cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
