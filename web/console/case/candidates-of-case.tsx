import { CandidateList } from '../candidates/candidate-list';
import type { CommandForm } from '../forms/queries';
import { localInstant, textOf, type TypedGroup } from '../forms/values';
import { useCandidates } from '../schedule/commands';
import { useMay } from '../session';
import type { CaseDetail } from './queries';

interface Of {
  readonly detail: CaseDetail;
  readonly form: CommandForm;
  readonly values: TypedGroup;
  readonly change: (values: TypedGroup) => void;
}

/** Engineers for a command that asks for one, with reasons: a choice fills the form in. */
export function CandidatesOfCase({ detail, form: { schema }, values, change }: Of) {
  const may = useMay();
  const isAsked = schema.properties?.['engineerId'] !== undefined && may('candidate.read');
  const found = useCandidates(isAsked ? detail : undefined);
  const candidates = isAsked ? (found.data?.items ?? []) : [];
  if (candidates.length === 0) return null;
  const hasTime = schema.properties?.['appointment'] !== undefined;
  return (
    <CandidateList
      candidates={candidates}
      chosenId={textOf(values['engineerId'])}
      onEngineer={({ engineer }) => change({ ...values, engineerId: engineer.id })}
      {...(hasTime && {
        onTime: ({ engineer }, { from, to }) =>
          change({
            ...values,
            engineerId: engineer.id,
            appointment: { from: localInstant(Date.parse(from)), to: localInstant(Date.parse(to)) },
          }),
      })}
    />
  );
}
