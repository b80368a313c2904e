import type { JsonValue } from '../../json';
import { failureWords } from '../../notices/failed-call';
import { reasonWords } from '../../notices/reasons';
import { SYSTEM } from '../../identity/actor';
import { unrecorded } from '../../process/ahead';
import type { CallOutcome } from '../../process/decider';
import { callsOf } from '../calls';
import type { CaseEvent } from '../events';
import { evolve } from '../evolve';
import { react } from '../react';
import { reportNumber, reportsOf } from '../report/service-report';
import { isRegistered, type CaseState, type RegisteredCase } from '../state';
import type { Bilingual } from '../../bilingual';

/** Numbers of the event and of the call in a key: `AS-2026-000001:12:1`, with `:undo` for what takes it back. */
const placeOf = (key: string): { readonly seq: number; readonly n: number } => {
  const [, seq, n] = key.split(':');
  return { seq: Number(seq), n: Number(n) };
};

/** A call that failed for good, as work for a person (design decision 7). */
export function failed(
  state: CaseState,
  { key, undo, call }: CallOutcome,
  outcome: Extract<CallOutcome['outcome'], { ok: false }>,
): CaseEvent {
  const about = isRegistered(state) ? reportBehind(state, key) : undefined;
  const kind = undo ? 'undo-failed' : 'call-failed';
  return {
    type: 'FollowUpOpened',
    data: { key, kind, ...reasonWords(failureWords({ call, ...outcome, ...(about && { about }) })) },
  };
}

/** The report and its version that a call follows from, and the pieces that it is about; undefined for what no report asked for. */
function reportBehind(state: RegisteredCase, key: string): Bilingual | undefined {
  const { seq, n } = placeOf(key);
  const reports = reportsOf(state);
  const latest = reports.at(-1)?.at(-1);
  const { partsAccount } = state;
  const ofParts = partsAccount?.postedBy === seq;
  const version = ofParts ? latest : reports.at(-1)?.find(({ costsPostedBy }) => costsPostedBy === seq);
  if (!version) return undefined;
  const number = reportNumber(state.registration.caseNumber, reports.length);
  const pieces = ofParts ? piecesOf(state, { ...partsAccount, seq, n }) : [];
  return {
    en: `report ${number}, version ${version.version}${pieces.length > 0 ? `: ${pieces.join(', ')}` : ''}`,
    zh: `报告单 ${number} 第 ${version.version} 版${pieces.length > 0 ? `：${pieces.join('、')}` : ''}`,
  };
}

/** As they were asked of the parts system: `41 × BELT-3`. */
function piecesOf(
  state: RegisteredCase,
  {
    seq,
    n,
    postedBy: _postedBy,
    ...data
  }: NonNullable<CaseState['partsAccount']> & { seq: number; n: number },
): readonly string[] {
  const calls = callsOf(state, { ...placeholder, type: 'PartsAccounted', data, seq });
  const call = calls[n];
  const lines = call?.kind === 'call' ? call.input['lines'] : undefined;
  const list: readonly JsonValue[] = Array.isArray(lines) ? lines : [];
  return list.flatMap((line) => {
    const values = new Map<string, unknown>(Object.entries(line ?? {}));
    const [quantity, partNumber] = [values.get('quantity'), values.get('partNumber')];
    return typeof quantity === 'number' && typeof partNumber === 'string'
      ? [`${quantity} × ${partNumber}`]
      : [];
  });
}

const placeholder = { at: '1970-01-01T00:00:00.000Z', commandId: '', actor: SYSTEM } as const;

const SUPERSEDED = 'Superseded: what was asked for has been taken back / 已失效：相关操作已撤回';

/** A call that failed waits for a person no more once what asked for it has been taken back by something later. */
export function endSuperseded(before: CaseState, events: readonly CaseEvent[], at: string): CaseEvent[] {
  const open = before.followUps.filter(({ kind }) => kind === 'call-failed');
  if (open.length === 0) return [];
  const takenBack = new Set<number>();
  let state = before;
  for (const event of unrecorded(events, at)) {
    state = evolve(state, event);
    for (const effect of react(state, event)) if (effect.kind === 'undoOf') takenBack.add(effect.seq);
  }
  const still = new Set(state.followUps.map(({ key }) => key));
  return open
    .filter(({ key }) => still.has(key) && takenBack.has(placeOf(key).seq))
    .map(({ key }) => ({ type: 'FollowUpDone', data: { key, note: SUPERSEDED } }));
}
