import { DBOS } from '@dbos-inc/dbos-sdk';
import type { Pool } from 'pg';
import type { FinancePort } from '../../../systems/finance/port';
import type { PartsPort } from '../../../systems/parts/port';
import { createFinanceCalls } from '../../../activities/finance-calls';
import { createPartsCalls } from '../../../activities/parts-calls';
import type { Call } from '../../../activities/types';
import type { JsonObject } from '../../../domain/json';
import type { NewRequest } from '../../../api/requests/schema';
import type { WireCommand } from '../../../api/case-commands/schema';
import { writeCase, type CaseEvent, type CaseRow } from './tables';

export const COMMANDS = 'commands';
export const REGISTERED = 'registered';

export type Outcome =
  | { readonly ok: true; readonly seq: number; readonly stage: string }
  | { readonly ok: false; readonly reason: string };

/** The stage a command leads to, from where it is possible, and the hours until the next one is due. */
const STAGES: Readonly<
  Record<string, { readonly from: string; readonly to: string; readonly hours?: number }>
> = {
  answer: { from: 'registered', to: 'answered', hours: 24 },
  classify: { from: 'answered', to: 'classified', hours: 72 },
  dispatch: { from: 'classified', to: 'dispatched', hours: 72 },
  arrive: { from: 'dispatched', to: 'arrived', hours: 24 },
  repair: { from: 'arrived', to: 'repaired', hours: 24 },
  report: { from: 'repaired', to: 'reported', hours: 72 },
  recordSurvey: { from: 'reported', to: 'surveyed', hours: 168 },
  recordRevisit: { from: 'surveyed', to: 'revisited', hours: 168 },
  close: { from: 'revisited', to: 'closed' },
};
const HOUR_MS = 3_600_000;
const RETRIES = { retriesAllowed: true, maxAttempts: 10 } as const;

type CallName = 'reserveParts' | 'issueParts' | 'accrueCost';

export interface Systems {
  readonly pool: Pool;
  readonly parts: PartsPort;
  readonly finance: FinancePort;
}

/** A repair as a DBOS workflow: takes one command after the other, answers by an event, then calls parts and finance. */
export function createRepairCase({ pool, parts, finance }: Systems) {
  const { reserveParts, issueParts } = createPartsCalls(parts);
  const { accrueCost } = createFinanceCalls(finance);
  const calls: Readonly<Record<CallName, Call>> = { reserveParts, issueParts, accrueCost };
  const call = (name: CallName, id: string, key: string, input: JsonObject) =>
    DBOS.runStep(() => calls[name]({ key, processId: id, at: new Date().toISOString(), input }), {
      name,
      ...RETRIES,
    });

  return DBOS.registerWorkflow(
    async (id: string, request: NewRequest): Promise<void> => {
      const write = (name: string, row: CaseRow, event: CaseEvent): Promise<CaseRow> =>
        DBOS.runStep(
          async () => {
            await writeCase(pool, row, event, request);
            return row;
          },
          { name, ...RETRIES },
        );
      let row: CaseRow = { id, seq: 1, stage: 'registered', deadlineMs: (await DBOS.now()) + 24 * HOUR_MS };
      row = await write('register', row, { type: 'registered', data: request });
      await DBOS.setEvent(REGISTERED, row.stage);
      const settle = async (name: CallName, key: string, input: JsonObject): Promise<void> => {
        const result = await call(name, id, key, input);
        row = await write(
          'settle',
          { ...row, seq: row.seq + 1 },
          { type: 'callSettled', data: { key, result } },
        );
      };
      while (row.stage !== 'closed') {
        const command = await DBOS.recv<WireCommand>(
          COMMANDS,
          row.deadlineMs === undefined ? {} : { deadlineEpochMS: row.deadlineMs },
        );
        if (command === null) {
          const later = { ...row, seq: row.seq + 1, deadlineMs: (await DBOS.now()) + 24 * HOUR_MS };
          row = await write('escalate', later, { type: 'escalated', data: { stage: row.stage } });
          continue;
        }
        const rule = STAGES[command.type];
        if (rule?.from !== row.stage) {
          await answer(command.id, {
            ok: false,
            reason: `${command.type} is not possible while ${row.stage}`,
          });
          continue;
        }
        const deadlineMs = rule.hours === undefined ? undefined : (await DBOS.now()) + rule.hours * HOUR_MS;
        row = await write(command.type, { id, seq: row.seq + 1, stage: rule.to, deadlineMs }, command);
        await answer(command.id, { ok: true, seq: row.seq, stage: row.stage });
        if (command.type === 'dispatch')
          await settle('reserveParts', `${id}:parts`, { reference: id, lines: command.data.parts });
        if (command.type === 'repair')
          await settle('issueParts', `${id}:issue`, { reservationId: `${id}:parts` });
        if (command.type === 'report')
          await settle('accrueCost', `${id}:cost`, {
            reference: id,
            warranty: 'in-warranty',
            ...costsOf(command),
          });
      }
    },
    { name: 'repairCase' },
  );
}

const answer = (commandId: string, outcome: Outcome): Promise<void> => DBOS.setEvent(commandId, outcome);

const costsOf = ({ data }: Extract<WireCommand, { type: 'report' }>): JsonObject => ({
  labourCostCents: data.labourCostCents,
  travelCostCents: data.travelCostCents,
  partsCostCents: data.partsCostCents,
  currency: data.currency,
});
