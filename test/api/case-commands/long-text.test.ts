import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import { chanceOf } from '../../support/extremes';
import { aRequest, command, give, sendAndStart } from '../../support/requests';
import { startSystem, type TestSystem } from '../../support/system';

const LENGTH = 20_000;
const chance = chanceOf(3);
const KINDS: Readonly<Record<string, () => string>> = {
  Chinese: () => String.fromCharCode(0x4e00 + chance(0x51a5)),
  'one word without a blank': () => 'x',
  'words and numbers': () => 'SC75F-2103 漏油 '[chance(14)] ?? '',
  emoji: () => '😀',
};
const textOf = (piece: () => string): string => {
  let text = '';
  while (text.length < LENGTH) text += piece();
  return text.slice(0, LENGTH).replace(/^\s|\s$/g, '。');
};

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.close());

it.each(Object.entries(KINDS))(
  'a request and an answer of 20,000 characters are taken in whole: %s',
  async (_kind, piece) => {
    const clerk = await system.as('lu.xinran');
    const text = textOf(piece);
    const { status, body } = await sendAndStart(clerk, aRequest({ text }));
    expect(status).toBe(201);
    const answer = command({ type: 'answer', data: { text } });
    const answered = await give(clerk, body.caseNumber, [answer]);
    expect(answered.status).toBe(200);
    const read = await clerk.get<CaseDetail>(`/v1/cases/${body.caseNumber}`);
    expect(read.body.text).toBe(text);
    const row = await system.database.processEvent.findFirstOrThrow({
      where: { processId: body.caseNumber, type: 'RequestAnswered' },
    });
    expect(row.data).toMatchObject({ text });
  },
);
