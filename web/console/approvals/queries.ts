import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { newId } from '../../shared/ids';
import { api, bodyOf, type Schemas } from '../api';
import { useLanguage } from '../language';
import { useMay } from '../session';

export type Approval = Schemas['Approval'];
export type Detail = Schemas['CaseDetail'];
/** An approval as its case lists it, with what became of it. */
export type CaseApproval = Detail['approvals'][number];
export type Decision = Schemas['DecideApprovalCaseCommand']['data']['decision'];

const PAGE = 50;
const OTHER_CASES = 8;

/** Name of an approval in the address: its case, and its id within the case. */
export const addressOf = ({ approvalId, case: { number } }: Approval): string => `${number}~${approvalId}`;

export function parsedAddress(id: string): { readonly number: string; readonly approvalId: string } {
  const [number = '', approvalId = ''] = id.split('~');
  return { number, approvalId };
}

/** Open approvals, the one that is due first at the head. */
export const useApprovals = (scope: 'mine' | 'all') =>
  useInfiniteQuery({
    queryKey: ['approvals', 'list', scope],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/v1/approvals', {
          params: { query: { scope, limit: PAGE, ...(pageParam !== '' && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });

export function useCase(number: string) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['case', number, language],
    queryFn: () => bodyOf(api.GET('/v1/cases/{number}', { params: { path: { number } } })),
    placeholderData: (before) => (before?.number === number ? before : undefined),
  });
}

export const useOtherCases = (customerId: string | undefined) =>
  useQuery({
    queryKey: ['cases', 'of-customer', customerId],
    enabled: customerId !== undefined,
    queryFn: () =>
      bodyOf(
        api.GET('/v1/cases', {
          params: { query: { ...(customerId !== undefined && { customerId }), limit: OTHER_CASES } },
        }),
      ),
  });

/** The rule that asks for an approval, where the reader may know it: its limits. */
export function useRule(code: string) {
  const may = useMay();
  return useQuery({
    queryKey: ['approval-rules'],
    enabled: may('approvalRule.read'),
    queryFn: () => bodyOf(api.GET('/v1/approval-rules')),
    select: ({ items }) => items.find((rule) => rule.code === code),
  });
}

/** Parts by their numbers: there are few in a plan, and the search finds one at a time. */
export function useParts(numbers: readonly string[]) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['parts', 'by-number', numbers, language],
    enabled: numbers.length > 0,
    queryFn: async () => {
      const found = await Promise.all(
        numbers.map((q) => bodyOf(api.GET('/v1/parts', { params: { query: { q } } }))),
      );
      return found
        .flatMap(({ items }) => items)
        .filter(({ partNumber }, at, all) => all.findIndex((one) => one.partNumber === partNumber) === at);
    },
  });
}

/** Colleagues who are at work, to hand something to. */
export function useColleagues(isWanted: boolean) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['staff', 'active', language],
    enabled: isWanted,
    queryFn: () => bodyOf(api.GET('/v1/staff', { params: { query: { active: true, limit: 100 } } })),
  });
}

/** The reason that a rehearsal of a decision is given: the real one is not typed yet. */
const NOT_TYPED = '…';

/** Consequences of either decision, by a rehearsal of the command that would be given. */
export function useOutlook(number: string, approvalId: string, isOpen: boolean) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['approvals', 'outlook', number, approvalId, language],
    enabled: isOpen,
    queryFn: async () => {
      const [approve, reject] = await Promise.all([
        rehearsed(number, approvalId, 'approve'),
        rehearsed(number, approvalId, 'reject'),
      ]);
      return { approve, reject };
    },
  });
}

async function rehearsed(number: string, approvalId: string, decision: Decision) {
  const answer = await bodyOf(
    api.POST('/v1/cases/{number}/commands', {
      params: { path: { number }, query: { dryRun: true } },
      body: {
        commands: [
          {
            id: newId(),
            type: 'decideApproval',
            data: { approvalId, decision, reason: NOT_TYPED },
          },
        ],
      },
    }),
  );
  if (!('dryRun' in answer)) throw new Error('The command was asked to be rehearsed');
  return answer;
}
