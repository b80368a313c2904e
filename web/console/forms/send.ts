import type { Language } from '../../shared/language';
import { api, bodyOf, Refused, type Schemas } from '../api';
import type { CommandForm } from './queries';

/** Status of an answer to who has not read what a colleague did. */
export const STALE = 412;

export interface Sent {
  readonly process: CommandForm['process'];
  readonly number: string;
  readonly type: string;
  readonly id: string;
  readonly data: unknown;
  /** Version of what was read; undefined: whatever has happened meanwhile. */
  readonly version: number | undefined;
}

type Preview = Schemas['DryRunResult'];
const isPreview = (answer: Schemas['CommandAnswer']): answer is Preview => 'dryRun' in answer;

async function give({ process, number, type, id, data, version }: Sent, dryRun: boolean) {
  // The form was drawn from the schema by which the API judges what is sent: types cannot know it.
  const body = { commands: [{ id, type, data }] } as unknown;
  const headers = version === undefined ? {} : { 'if-match': `"${version}"` };
  const params = { path: { number }, query: { dryRun }, header: headers };
  return process === 'case'
    ? bodyOf(api.POST('/v1/cases/{number}/commands', { params, body: body as Schemas['CaseCommandBatch'] }))
    : bodyOf(
        api.POST('/v1/parts-orders/{number}/commands', {
          params,
          body: body as Schemas['PartsOrderCommandBatch'],
        }),
      );
}

/** Tells what would happen, or why not; nothing is done. */
export async function previewOf(sent: Sent, language: Language): Promise<Preview> {
  const answer = await give(sent, true);
  if (!isPreview(answer)) throw new Error('A rehearsal was answered as if it had been done');
  const { refusal } = answer;
  // The case that was read is out of date: the same as when it is sent.
  if (refusal?.status === STALE)
    throw new Refused({
      type: 'about:blank',
      title: refusal.code,
      status: STALE,
      code: refusal.code,
      detail: refusal.words[language],
      params: {},
      errors: [],
    });
  return answer;
}

/** Gives the command. Sent again with the same id, it happens once. */
export const send = (sent: Sent) => give(sent, false);

const OUTCOME_UNKNOWN = [408, 502, 503, 504];

/** True where the command may have been done although no answer tells so. */
export const isUnknown = (error: unknown): boolean =>
  error instanceof TypeError || (error instanceof Refused && OUTCOME_UNKNOWN.includes(error.problem.status));

/** True where a message goes out, something is taken away, a promise moves or the stage changes: worth a look before it is done. */
export const isConsequential = ({ messages, stage, stageBefore, clocks, consequences }: Preview): boolean =>
  consequences.length > 0 ||
  messages.some(({ to }) => to.kind !== 'staff') ||
  ENDS.includes(stage) ||
  (stage !== stageBefore &&
    clocks.some(({ before, after }) => before && after && before.dueAt !== after.dueAt));

/** True where something is taken away or the process ends: its button says what it does. */
export const isDestructive = ({ stage, consequences }: Preview): boolean =>
  consequences.length > 0 || ENDS.includes(stage);

const ENDS: readonly string[] = ['closed', 'cancelled', 'joined'];
