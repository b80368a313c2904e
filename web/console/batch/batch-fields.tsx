import { useId } from 'react';
import { ColleagueSelect } from '../approvals/colleague-select';
import { ReasonField } from '../approvals/reason-field';
import { useCodes } from '../codes';
import { useWords } from '../language';
import { PRIORITIES, type BatchAction, type Filled } from './actions';
import { BATCH_WORDS } from './words';

interface Fields {
  readonly action: BatchAction;
  readonly filled: Filled;
  readonly onChange: (filled: Filled) => void;
}

const TEXTS = { changePriority: 'why', addNote: 'note', handOver: 'reason', escalate: 'reason' } as const;

/** Fields of the command, the same for all cases. */
export function BatchFields({ action, filled, onChange }: Fields) {
  const t = useWords(BATCH_WORDS);
  const codes = useCodes();
  const ids = useId();
  const choose = (choice: string) => onChange({ ...filled, choice });
  return (
    <>
      {action === 'handOver' && (
        <>
          <label htmlFor={`${ids}-to`}>{t('to')}</label>
          <ColleagueSelect
            id={`${ids}-to`}
            value={filled.choice}
            onChange={choose}
            hint={t('choosePerson')}
            isFit={({ takesCases }) => takesCases}
          />
        </>
      )}
      {action === 'changePriority' && (
        <>
          <label htmlFor={`${ids}-priority`}>{t('priority')}</label>
          <select
            id={`${ids}-priority`}
            required
            value={filled.choice}
            onChange={({ target }) => choose(target.value)}
          >
            <option value="">{t('choosePriority')}</option>
            {PRIORITIES.map((priority) => (
              <option key={priority} value={priority}>
                {codes.name('priority', priority)}
              </option>
            ))}
          </select>
        </>
      )}
      <ReasonField
        id={`${ids}-text`}
        label={t(TEXTS[action])}
        value={filled.text}
        onChange={(text) => onChange({ ...filled, text })}
      />
    </>
  );
}
