import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApi } from '../../support/api';
import { aCase, type CaseBuilder } from '../../support/cases';
import { aJpeg } from '../../support/files';
import { companyApi, reader, type Problem, type Reader } from '../../support/reading';
import { upload } from '../../support/uploads';

describe('The files of a case have a measure (R18)', () => {
  let api: TestApi;
  let engineer: Reader;
  let first: CaseBuilder;
  let second: CaseBuilder;
  beforeAll(async () => {
    api = await companyApi({ AFTERCARE_CASE_FILES: '3', AFTERCARE_CASE_FILES_MB: '1' });
    const { app, database } = api;
    first = await aCase(database).of('cus-0001').answered().classified().dispatched().arrived().commit();
    second = await aCase(database).of('cus-0001').answered().classified().dispatched().commit();
    engineer = await reader(app, 'li.wei');
  });
  afterAll(() => api.close());

  const send = (bytes: Buffer, to: CaseBuilder) => upload<Problem>(api.app, engineer, to.number, { bytes });
  const kept = (of: CaseBuilder) => api.database.attachment.count({ where: { processId: of.number } });

  it('so many and no more, also where they are sent at once; what is there already is still answered', async () => {
    const files = Array.from({ length: 6 }, (_, n) => aJpeg(`file ${n}`));
    const answers = await Promise.all(files.map((bytes) => send(bytes, first)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(answers.find(({ status }) => status !== 201)?.body).toMatchObject({
      status: 409,
      code: 'ATTACHMENT.TOO_MANY',
      params: { most: 3 },
    });
    expect(await kept(first)).toBe(3);
    const there = files.find((_, n) => answers[n]?.status === 201);
    expect(there && (await send(there, first)).status).toBe(200);
  });

  it('so many megabytes and no more; a smaller one still goes in', async () => {
    const big = (text: string) => Buffer.concat([aJpeg(text), Buffer.alloc(600_000)]);
    expect((await send(big('one'), second)).status).toBe(201);
    expect((await send(big('two'), second)).body).toMatchObject({
      status: 409,
      code: 'ATTACHMENT.QUOTA_EXCEEDED',
      params: { most: 1 },
    });
    expect((await send(aJpeg('small'), second)).status).toBe(201);
    expect(await kept(second)).toBe(2);
  });
});
