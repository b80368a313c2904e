import { APPROVAL_CLOCK } from '../../domain/approval/approval';
import type { CaseCommand } from '../../domain/case/commands';
import { beforeQuote, caseCurrency } from '../../domain/case/common/currency';
import { serviceCase } from '../../domain/case/decider';
import type { CaseEvent } from '../../domain/case/events';
import { partsOf } from '../../domain/case/parts/account';
import { cameAt } from '../../domain/case/report/installation';
import { factsOf } from '../../domain/case/intake/registration';
import { isRegistered, type CaseState } from '../../domain/case/state';
import { clockNamed } from '../../domain/clock/clocks';
import { DomainError } from '../../domain/errors';
import type { Command } from '../../domain/process/decider';
import { Ledger } from '../../domain/process/ledger';
import type { WireCommand } from './schema';
import type { CaseForCommands } from '../cases/read-case';
import { refuseOtherMoney } from './amounts';
import { lateEntries } from './late-entry';
import { withKnownParts } from './part-numbers';
import { judged } from './plan-judging';
import { envelope, resolveCommand, type Resolver } from './resolve';

type Asking = Pick<Resolver, 'database' | 'config' | 'logger' | 'principal'>;

/**
 * A batch as the rules know it, each command looked up for the case as those before it leave it: a batch that names the unit and quotes is
 * matched by the product that it names. @throws {ApiError} with the field that names nothing.
 */
export async function resolveBatch(
  asking: Asking,
  { processId, seq, state, done }: CaseForCommands,
  wire: readonly WireCommand[],
  digests: readonly string[],
): Promise<readonly Command<CaseCommand>[]> {
  const { intakeOrganisationId } = state.registration;
  const ahead: Ahead = new Ledger(serviceCase, { seq, state, done: done.map(({ commandId }) => commandId) });
  const batch: Command<CaseCommand>[] = [];
  for (const [n, command] of (await withKnownParts(asking.database, wire)).entries()) {
    const before = batch.at(-1);
    if (before) goOn(ahead, before);
    const resolver = { ...asking, processId, intakeOrganisationId, ...asItStands(ahead.state) };
    await refuseOtherMoney(asking.database, ahead.state, command, `commands.${n}.data`);
    const resolved = await judged(
      resolver,
      ahead.state,
      await resolveCommand(resolver, command, `commands.${n}.data`),
    );
    const context = { digest: digests[n] ?? '', path: `commands.${n}` };
    const isLate = command.occurredAt !== undefined;
    batch.push({
      ...envelope(resolved, command, asking.principal, context),
      ...(isLate && { lateEntry: await lateEntries(asking.database, ahead.state.clocks) }),
    });
  }
  return batch;
}

const asItStands = (state: CaseState) => ({
  serviceLevel: state.serviceLevel,
  requestType: state.requestType,
  unitId: state.unit?.id,
  cameAt: cameAt(state),
  currency: caseCurrency(beforeQuote(state)),
  knownParts: new Set(partsOf(state)),
  resolution: clockNamed(state.clocks, 'resolution'),
  clockFacts: isRegistered(state) ? factsOf(state) : {},
  approvalClock: clockNamed(state.clocks, APPROVAL_CLOCK),
  place: {
    regionId: state.regionId,
    outletId: state.dispatch?.engineer.outletId,
    productCode: state.unit?.productCode,
  },
});

type Ahead = Ledger<CaseState, CaseCommand, CaseEvent>;

/**
 * A refused command leaves the case unchanged here: the process itself returns the refusal, and may have
 * newer facts.
 */
function goOn(ahead: Ahead, command: Command<CaseCommand>): void {
  try {
    ahead.accept([command], new Date().toISOString());
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}
