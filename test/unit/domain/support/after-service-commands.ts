import type { CaseCommand, CaseCommandData } from '../../../../domain/case/commands';

type Data<T extends keyof CaseCommandData> = Partial<CaseCommandData[T]>;

export const recordSurvey = (data: Data<'recordSurvey'> = {}): CaseCommand => ({
  type: 'recordSurvey',
  data: { productScore: 5, serviceScore: 4, ...data },
});
export const recordRevisit = (data: Data<'recordRevisit'> = {}): CaseCommand => ({
  type: 'recordRevisit',
  data: { outcome: 'satisfied', note: 'All is well.', ...data },
});
export const reopen = (): CaseCommand => ({ type: 'reopen', data: { reason: 'It leaks again' } });
export const completeFollowUp = (data: Data<'completeFollowUp'> = {}): CaseCommand => ({
  type: 'completeFollowUp',
  data: {
    key: 'dissatisfied',
    note: 'Called and made good.',
    outcome: { redress: 'apology', satisfied: true },
    ...data,
  },
});
/** A follow-up that is not a dissatisfied customer's. */
export const followUpDone = (key: string): CaseCommand => ({
  type: 'completeFollowUp',
  data: { key, note: 'Seen to.' },
});
