import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { newId } from '../../shared/ids';
import { api, bodyOf, Refused, type Schemas } from '../api';
import { useLanguage } from '../language';
import { lengthOf, type Act, type CaseDetail } from './placing';

const MINUTE_MS = 60_000;
const LEAST_MINUTES = 15;
const MOST_MINUTES = 720;
const MOST_CANDIDATES = 100;
const FRESH_MS = 60_000;

export const useCase = (number: string) =>
  useQuery({
    queryKey: ['case', number],
    queryFn: () => bodyOf(api.GET('/v1/cases/{number}', { params: { path: { number } } })),
  });

/** Engineers for a case, best first, each with the time they are next free. They do not change under the hand that chooses. */
export function useCandidates(detail: CaseDetail | undefined) {
  const number = detail?.number ?? '';
  const wanted = detail?.wanted?.from ?? detail?.dispatch?.appointment.from;
  const minutes = Math.round((detail ? lengthOf(detail) : 0) / MINUTE_MS);
  const from = wanted !== undefined && Date.parse(wanted) > Date.now() ? wanted : undefined;
  return useQuery({
    queryKey: ['candidates', number, from, minutes],
    enabled: detail !== undefined,
    queryFn: () =>
      bodyOf(
        api.GET('/v1/cases/{number}/candidates', {
          params: {
            path: { number },
            query: {
              ...(from !== undefined && { from }),
              minutes: Math.min(Math.max(minutes, LEAST_MINUTES), MOST_MINUTES),
              limit: MOST_CANDIDATES,
            },
          },
        }),
      ),
    staleTime: FRESH_MS,
    refetchOnWindowFocus: false,
  });
}

type Batch = Schemas['CaseCommandBatch']['commands'];
const identified = (acts: readonly Act[], ids: readonly string[]): Batch =>
  acts.map((act, n) => ({ ...act, id: ids[n] ?? newId() }));

export interface Told {
  readonly isAccepted: boolean;
  /** The reason, where it is refused. */
  readonly why: string | undefined;
  readonly code: string | undefined;
  readonly result: Schemas['DryRunResult'] | undefined;
}

/** Asks what commands would do, and why not, without doing it. */
export async function dryRun(
  number: string,
  acts: readonly Act[],
  language: 'en' | 'zh',
  signal?: AbortSignal,
): Promise<Told> {
  try {
    const body = await bodyOf(
      api.POST('/v1/cases/{number}/commands', {
        params: { path: { number }, query: { dryRun: true } },
        body: { commands: identified(acts, []) },
        ...(signal && { signal }),
      }),
    );
    if (!('dryRun' in body)) throw new Error('A dry run was answered as if it had been done');
    return {
      isAccepted: body.outcome === 'accepted',
      why: body.refusal?.words[language],
      code: body.refusal?.code,
      result: body,
    };
  } catch (error) {
    if (error instanceof Refused && error.problem.status < 500)
      return { isAccepted: false, why: error.problem.detail, code: error.problem.code, result: undefined };
    throw error;
  }
}

interface Asked {
  readonly number: string;
  readonly version: number;
  readonly acts: readonly Act[] | undefined;
  /** The schedule that the plan was made by: another one is asked again. */
  readonly asOf: string;
}

/** The outcome of a plan as it stands; the one before stays until the next is there. */
export function useDryRun({ number, version, acts = [], asOf }: Asked) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['dry-run', number, version, acts, asOf, language],
    enabled: acts.length > 0,
    queryFn: ({ signal }) => dryRun(number, acts, language, signal),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}

/** Ids by what they were made for: when no answer came, the same batch is sent again under the same ids. */
const idsOf = new Map<string, readonly string[]>();

/** Gives commands to a case as it was read. @throws {Refused} with the reason. */
export async function give(number: string, version: number, acts: readonly Act[]): Promise<void> {
  const key = JSON.stringify([number, version, acts]);
  const ids = idsOf.get(key) ?? acts.map(() => newId());
  idsOf.set(key, ids);
  await api.POST('/v1/cases/{number}/commands', {
    params: { path: { number }, header: { 'if-match': `"${version}"` } },
    body: { commands: identified(acts, ids) },
  });
  idsOf.delete(key);
}
