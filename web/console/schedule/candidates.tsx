import { CandidateList, type Candidate } from '../candidates/candidate-list';
import { localText, type Plan } from './placing';
import { usePlacing } from './placing-context';

interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly plan: Plan;
}

/** Engineers for the job that is placed. */
export function Candidates({ candidates, plan }: Candidates) {
  const { change } = usePlacing();
  return (
    <CandidateList
      candidates={candidates}
      chosenId={plan.engineerId}
      onEngineer={({ engineer }) => change({ engineerId: engineer.id })}
      onTime={({ engineer }, { from, to }) =>
        change({ engineerId: engineer.id, from: localText(from), to: localText(to) })
      }
    />
  );
}
