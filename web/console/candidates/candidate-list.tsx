import type { Schemas } from '../api';
import { useLanguage, useName, useWords } from '../language';
import { spanOf } from '../schedule/days';
import { timesText } from '../schedule/times';
import './candidates.css';
import { CANDIDATE_WORDS } from './words';

export type Candidate = Schemas['Candidate'];

interface Chosen {
  readonly chosenId: string | undefined;
  readonly onEngineer: (candidate: Candidate) => void;
  /** Takes the engineer at the time that they are next free; undefined where no time is asked for. */
  readonly onTime?: (candidate: Candidate, free: NonNullable<Candidate['nextFree']>) => void;
}

/** Engineers for the job, best first, with the reasons for their place and their next free time. */
export function CandidateList({
  candidates,
  ...chosen
}: Chosen & { readonly candidates: readonly Candidate[] }) {
  const t = useWords(CANDIDATE_WORDS);
  return (
    <fieldset className="candidates">
      <legend>{t('engineer')}</legend>
      <ul>
        {candidates.map((candidate) => (
          <One key={candidate.engineer.id} candidate={candidate} {...chosen} />
        ))}
      </ul>
    </fieldset>
  );
}

function One({ candidate, chosenId, onEngineer, onTime }: Chosen & { readonly candidate: Candidate }) {
  const t = useWords(CANDIDATE_WORDS);
  const name = useName();
  const { language } = useLanguage();
  const { engineer, nextFree, factors } = candidate;
  const isChosen = engineer.id === chosenId;
  // The button says when they are free, in the reader's zone.
  const reasons = factors
    .filter(({ factor }) => factor !== 'soonest' || !onTime)
    .map(({ text }) => name(text));
  return (
    <li className={isChosen ? 'candidate is-chosen' : 'candidate'}>
      <label>
        <input type="radio" name="engineer" checked={isChosen} onChange={() => onEngineer(candidate)} />
        <span>
          <strong>{name(engineer.names)}</strong> <span className="quiet">{name(engineer.outletNames)}</span>
          <small>{reasons.join(' · ')}</small>
        </span>
      </label>
      {nextFree && onTime && (
        <button type="button" className="button-plain" onClick={() => onTime(candidate, nextFree)}>
          {t('takeTime', { span: timesText(spanOf(nextFree), language) })}
        </button>
      )}
    </li>
  );
}
