import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { Caller } from '../support/caller';
import { ANSWER, command, give, intake, newKey, type Registered } from '../support/cases';

/** A call that died with its worker is made again after 30 seconds, and one that has to wait later each time. */
export const PATIENCE_MS = 200_000;

export async function answered(clerk: Caller, subject: string): Promise<Registered> {
  const { body } = await clerk.untilAnswered<Registered>(intake(newKey(), { subject }));
  await give(clerk, body.caseNumber, ANSWER);
  return body;
}

export const read = async (clerk: Caller, number: string): Promise<CaseDetail> =>
  (await clerk.untilAnswered<CaseDetail>({ method: 'GET', path: `/v1/cases/${number}` })).body;

export const joinTo = (into: string) => command({ type: 'join', data: { into } });

export const isSettled = ({ stage, joiningInto }: CaseDetail): boolean =>
  stage === 'joined' || joiningInto === null;
