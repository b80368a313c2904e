import { useLanguage, useName, useWords } from '../language';
import { PLACE_WORDS } from './place-words';
import { localText, type Candidate, type Plan } from './placing';
import { usePlacing } from './placing-context';
import { timesText } from './times';
import { spanOf } from './days';

interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly plan: Plan;
}

/** Engineers for the job, best first, with the reasons for their place and their next free time. */
export function Candidates({ candidates, plan }: Candidates) {
  const t = useWords(PLACE_WORDS);
  return (
    <fieldset className="sch-candidates">
      <legend>{t('engineer')}</legend>
      <ul>
        {candidates.map((candidate) => (
          <One
            key={candidate.engineer.id}
            candidate={candidate}
            isChosen={candidate.engineer.id === plan.engineerId}
          />
        ))}
      </ul>
    </fieldset>
  );
}

function One({ candidate, isChosen }: { readonly candidate: Candidate; readonly isChosen: boolean }) {
  const t = useWords(PLACE_WORDS);
  const name = useName();
  const { language } = useLanguage();
  const { change } = usePlacing();
  const { engineer, nextFree, factors } = candidate;
  // The button says when they are free, in the reader's zone.
  const reasons = factors.filter(({ factor }) => factor !== 'soonest').map(({ text }) => name(text));
  return (
    <li className={isChosen ? 'sch-candidate sch-is-chosen' : 'sch-candidate'}>
      <label>
        <input
          type="radio"
          name="engineer"
          checked={isChosen}
          onChange={() => change({ engineerId: engineer.id })}
        />
        <span>
          <strong>{name(engineer.names)}</strong> <span className="quiet">{name(engineer.outletNames)}</span>
          <small>{reasons.join(' · ')}</small>
        </span>
      </label>
      {nextFree && (
        <button
          type="button"
          className="button-plain"
          onClick={() =>
            change({
              engineerId: engineer.id,
              from: localText(nextFree.from),
              to: localText(nextFree.to),
            })
          }
        >
          {t('takeTime', { span: timesText(spanOf(nextFree), language) })}
        </button>
      )}
    </li>
  );
}
