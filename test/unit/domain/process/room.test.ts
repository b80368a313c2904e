import { describe, expect, it } from '@jest/globals';
import { defaultPayloadConverter } from '@temporalio/common';
import { tidied } from '../../../../domain/case/common/bounded-lists';
import { serviceCase } from '../../../../domain/case/decider';
import type { CaseCommand } from '../../../../domain/case/commands';
import { DomainError } from '../../../../domain/errors';
import { CallBook } from '../../../../domain/process/calls';
import { FULL, refuseOutgrown, weightOf } from '../../../../domain/process/room';
import { REMEMBERED_COMMANDS } from '../../../../domain/process/remembered';
import { EncryptionCodec, newCodecKey, parseCodecKeys } from '../../../../platform/codec';
import { chanceOf } from '../../../support/extremes';
import { aCase, recordedBy, type CaseBuilder } from '../support/case-builder';
import * as commands from '../support/commands';
import { QUOTE_LINES } from '../support/quote-commands';

const LIMIT_BYTES = 256 * 1024;
const codec = new EncryptionCodec(parseCodecKeys(newCodecKey()));
const chance = chanceOf(7);
const payloadBytes = async (value: unknown): Promise<number> => {
  const [payload] = await codec.encode([defaultPayloadConverter.toPayload(value)]);
  return payload?.data?.length ?? 0;
};
/** Nothing in it comes again: it compresses as badly as a text can. */
const noise = (length: number, from: number, to: number): string =>
  Array.from({ length }, () => String.fromCodePoint(from + chance(to - from))).join('');
const chinese = (length: number): string => noise(length, 0x4e00, 0x9fa5);
/** Ids of as many commands as are remembered, as clients make them. */
const done = Array.from({ length: REMEMBERED_COMMANDS }, () => noise(36, 0x30, 0x3a));

/** A case and its calls, as a workflow keeps them: what does not fit is refused. */
class Life {
  private readonly calls = new CallBook();
  refused = 0;
  constructor(private it: CaseBuilder) {}

  get carried() {
    return { state: this.it.state, calls: this.calls.carry() };
  }

  give(command: CaseCommand): this {
    const after = new CallBook(this.calls.carry());
    try {
      const next = this.it.does(command);
      let { state } = this.it;
      const steps = recordedBy(this.it, command, {}).map((event) => {
        state = serviceCase.evolve(state, event);
        return { event, effects: serviceCase.react(state, event) };
      });
      for (const { event, effects } of steps)
        after.add(effects, { processId: 'AS-2026-000001', seq: event.seq, at: event.at });
      if (serviceCase.ending?.includes(command.type) !== true)
        refuseOutgrown(() => this.carried, { state: next.state, calls: after.carry() });
      for (const { event, effects } of steps)
        this.calls.add(effects, { processId: 'AS-2026-000001', seq: event.seq, at: event.at });
      // All systems answer.
      for (const { key } of this.calls.carry().pending) this.calls.settle(key);
      this.it = next;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.refused += error.code === 'PROCESS.FULL' ? 1 : 0;
    }
    return this;
  }
}

const QUOTED_PART = QUOTE_LINES[2];
const quoteLines = () =>
  Array.from({ length: 100 }, () => ({
    ...(QUOTED_PART ?? { ...QUOTE_LINES[0] }),
    nameEn: noise(200, 0x21, 0x7f),
    nameZh: chinese(200),
  })) as typeof QUOTE_LINES;

/** All that people can write again and again on a case, each time as long as its schema lets them. */
function* everything(): Generator<CaseCommand> {
  for (let n = 0; n < 12; n += 1) {
    yield commands.dispatch();
    yield commands.arrive();
    yield {
      ...commands.diagnoseForApproval(),
      data: { ...commands.diagnose().data, finding: chinese(5_000), plan: chinese(5_000) },
    } as CaseCommand;
    yield commands.repairUntested();
    yield commands.verify({
      outcome: 'failed',
      method: chinese(2_000),
      note: chinese(2_000),
      readings: Array.from({ length: 50 }, () => ({ what: chinese(200), value: chinese(200) })),
    });
    yield commands.leaveUnfinished({ note: chinese(2_000) });
    yield commands.overruleEntitlement({
      verdict: { labour: 0, parts: 0, travel: 0 },
      reason: chinese(2_000),
    });
    yield commands.prepareQuote({ lines: quoteLines(), note: chinese(2_000) });
    yield commands.reviseQuote({ lines: quoteLines(), reason: chinese(2_000) });
    yield commands.orderParts({
      number: `PO-2026-${String(n).padStart(6, '0')}`,
      lines: Array.from({ length: 50 }, (_, line) => ({
        line: line + 1,
        partNumber: noise(60, 0x30, 0x3a),
        nameEn: noise(100, 0x21, 0x7f),
        nameZh: chinese(60),
        model: noise(40, 0x21, 0x7f),
        material: noise(40, 0x21, 0x7f),
        quantity: 1,
        unitCostCents: 1,
        currency: 'CNY',
        oldPartDue: true,
      })),
    });
    for (let file = 0; file < 40; file += 1)
      yield commands.attach(
        commands.aFile({ id: `att-${n}-${file}`, name: chinese(255), sha256: noise(64, 0x61, 0x67) }),
        chinese(500),
      );
  }
}

describe('What a process takes along', () => {
  it.each([
    ['ASCII', 0x21, 0x7f],
    ['accents', 0xa1, 0x17f],
    ['Chinese', 0x4e00, 0x9fa5],
    ['emoji', 0x1f300, 0x1f9ff],
  ])('stays under 256 kB as a payload, be it full of %s that nothing compresses', async (_name, from, to) => {
    const texts: string[] = [];
    while (weightOf(texts) < FULL - 3_000) texts.push(noise(1_000, from, to));
    expect(await payloadBytes({ ledger: { seq: 1, state: { texts }, done } })).toBeLessThan(LIMIT_BYTES);
  });

  it('of a case at all the limits of the schema: what does not fit is refused, the payload stays under 256 kB, and it can be ended', async () => {
    const life = new Life(
      aCase({ text: chinese(20_000), subject: chinese(200) })
        .answered()
        .classified({ symptom: chinese(5_000) }),
    );
    for (const command of everything()) life.give(command);
    expect(life.refused).toBeGreaterThan(0);
    const { state } = life.carried;
    expect(weightOf(life.carried)).toBeLessThanOrEqual(FULL);
    expect(weightOf(life.carried)).toBeGreaterThan(FULL * 0.8);
    expect(await payloadBytes({ ledger: { seq: 1, state, done }, calls: life.carried.calls })).toBeLessThan(
      LIMIT_BYTES,
    );
    expect(tidied(state)).toStrictEqual(state);
    const ended = life.give(commands.cancel()).carried;
    expect(ended.state.stage).toBe('cancelled');
    expect(
      await payloadBytes({ ledger: { seq: 1, state: ended.state, done }, calls: ended.calls }),
    ).toBeLessThan(LIMIT_BYTES);
  });

  it('is never refused for what shortens it, and hardly for what adds little', () => {
    const full = { texts: 'x'.repeat(FULL - 10_000) };
    expect(() => {
      refuseOutgrown(() => full, { texts: `${full.texts} and a little` });
    }).not.toThrow();
    expect(() => {
      refuseOutgrown(() => full, { texts: `${full.texts}${'x'.repeat(5_000)}` });
    }).toThrow(expect.objectContaining({ code: 'PROCESS.FULL' }));
    const over = { texts: 'x'.repeat(FULL + 10) };
    expect(() => {
      refuseOutgrown(() => over, { texts: 'x'.repeat(FULL + 5) });
    }).not.toThrow();
    expect(() => {
      refuseOutgrown(() => over, { texts: 'x'.repeat(FULL + 11) });
    }).toThrow(DomainError);
  });
});
