import type { CaseCommand, CaseCommandData } from '../../../../domain/case/commands';

type Data<T extends keyof CaseCommandData> = Partial<CaseCommandData[T]>;

export const join = (data: Data<'join'> = {}): CaseCommand => ({
  type: 'join',
  data: { into: 'AS-2026-000099', ...data },
});
/** As it is asked for today: the other case is asked first. */
export const askToJoin = (data: Data<'join'> = {}): CaseCommand =>
  join({ target: { customerId: 'customer-1' }, ...data });
export const takeJoined = (data: Data<'takeJoined'> = {}): CaseCommand => ({
  type: 'takeJoined',
  data: {
    fromCase: 'AS-2026-000007',
    customer: { id: 'customer-1', name: 'Chen' },
    requests: [{ requestNumber: 'RQ-2026-000007', fromCase: 'AS-2026-000007', text: 'It still hums.' }],
    ...data,
  },
});
export const recordJoinedRequest = (data: Data<'recordJoinedRequest'> = {}): CaseCommand => ({
  type: 'recordJoinedRequest',
  data: { requestNumber: 'RQ-2026-000007', fromCase: 'AS-2026-000007', text: 'It still hums.', ...data },
});
