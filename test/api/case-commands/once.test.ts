import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem, Reader } from '../../support/reading';
import { ANSWER, CLASSIFY, command, done, give, registered } from '../../support/requests';
import { newKey, startSystem, type TestSystem } from '../../support/system';

describe('commands happen once, in order, on what the sender has seen', () => {
  let system: TestSystem;
  let clerk: Reader;
  let caseNumber: string;

  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
    ({ caseNumber } = await registered(clerk));
  });
  afterAll(() => system.close());

  const note = (text: string, id?: string) => command({ type: 'addNote', data: { text } }, id);
  const seq = async (): Promise<number> =>
    (await system.database.process.findUniqueOrThrow({ where: { id: caseNumber } })).seq;
  const refused = async (...args: Parameters<typeof give>) => {
    const before = await seq();
    const { status, body } = await give<Problem>(...args);
    expect(await seq()).toBe(before);
    return `${status} ${body.code} ${body.errors[0]?.field ?? ''}`;
  };

  it('a repeated batch is answered as done, with the same version, and changes nothing', async () => {
    const batch = [note('一'), note('二')];
    const first = await give(clerk, caseNumber, batch);
    expect(first.body).toMatchObject({ duplicate: false });
    const again = await give(clerk, caseNumber, batch);
    expect(again).toMatchObject({ status: 200, body: { duplicate: true, seq: first.body.seq } });
    expect(await seq()).toBe(first.body.seq);
  });

  it('ten times the same batch at the same moment is done once', async () => {
    const before = await seq();
    const batch = [note('同时')];
    const answers = await Promise.all(Array.from({ length: 10 }, () => give(clerk, caseNumber, batch)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(answers.filter(({ body }) => !body.duplicate)).toHaveLength(1);
    expect(await seq()).toBe(before + 1);
  });

  it('an id that was used for something else is told', async () => {
    const id = newKey();
    await give(clerk, caseNumber, [note('原文', id)]);
    expect(await refused(clerk, caseNumber, [note('改过', id)])).toBe('422 COMMAND.ID_REUSED commands.0.id');
    const colleague = await system.as('song.jianing');
    expect(await refused(colleague, caseNumber, [note('原文', id)])).toBe(
      '422 COMMAND.ID_REUSED commands.0.id',
    );
  });

  it('an id twice in one batch is told', async () => {
    const id = newKey();
    expect(await refused(clerk, caseNumber, [note('一', id), note('二', id)])).toBe(
      '422 COMMAND.ID_REUSED commands.1.id',
    );
  });

  it('of a batch all is done, or nothing', async () => {
    const batch = [note('先'), command({ type: 'close', data: {} }), note('后')];
    expect(await refused(clerk, caseNumber, batch)).toMatch(/^409 CASE.WRONG_STAGE/);
    const status = await clerk.get(`/v1/cases/${caseNumber}/commands/${batch[0]?.id}`);
    expect(status.status).toBe(404);
  });

  it('a later command of a batch stands on the earlier ones', async () => {
    const { stage } = await done(clerk, caseNumber, ANSWER, CLASSIFY);
    expect(stage).toBe('classified');
  });

  describe('If-Match', () => {
    it('lets through what is meant for this very version, or for any', async () => {
      const etag = (await clerk.get(`/v1/cases/${caseNumber}`)).headers['etag'];
      const { status, headers } = await give(clerk, caseNumber, [note('三')], { 'if-match': String(etag) });
      expect(status).toBe(200);
      const next = await give(clerk, caseNumber, [note('四')], { 'if-match': String(headers['etag']) });
      expect(next.status).toBe(200);
      expect((await give(clerk, caseNumber, [note('五')], { 'if-match': '*' })).status).toBe(200);
    });

    it('refuses an older version', async () => {
      expect(await refused(clerk, caseNumber, [note('旧')], { 'if-match': '"1"' })).toBe(
        '412 CASE.STALE If-Match',
      );
    });

    it('lets a repeat through whatever has happened since', async () => {
      const batch = [note('六')];
      const etag = `"${await seq()}"`;
      await give(clerk, caseNumber, batch, { 'if-match': etag });
      await give(clerk, caseNumber, [note('七')]);
      const again = await give(clerk, caseNumber, batch, { 'if-match': etag });
      expect(again).toMatchObject({ status: 200, body: { duplicate: true } });
    });

    it.each([
      '1',
      'W/"1"',
      '"x"',
      '""',
      '"-1"',
      '"1", "2"',
      '"99999999999999999999"',
      `"${'1'.repeat(500)}"`,
    ])('refuses what is no version: %s', async (tag) => {
      expect(await refused(clerk, caseNumber, [note('错')], { 'if-match': tag })).toBe(
        '400 PRECONDITION.INVALID If-Match',
      );
    });
  });
});
