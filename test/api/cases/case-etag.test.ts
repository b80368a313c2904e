import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { TestApi } from '../../support/api';
import { aCase, type CaseBuilder } from '../../support/cases';
import { companyApi, reader, type Reader } from '../../support/reading';

describe('GET /v1/cases/{number} asked again with its ETag', () => {
  let api: TestApi;
  let clerk: Reader;
  let onSite: CaseBuilder;

  beforeAll(async () => {
    api = await companyApi();
    onSite = await aCase(api.database).of('cus-0001').answered().classified().dispatched().arrived().commit();
    clerk = await reader(api.app, 'lu.xinran');
  });
  afterAll(() => api.close());

  it('is not sent again while nothing has changed', async () => {
    const first = await clerk.get(`/v1/cases/${onSite.number}`);
    const current = `"${onSite.seq}-zh"`;
    expect(first.headers.etag).toBe(current);
    for (const tag of [current, `W/${current}`, `"1-zh", ${current}`]) {
      const again = await clerk.ask(`/v1/cases/${onSite.number}`, { 'if-none-match': tag });
      expect(again).toMatchObject({ status: 304, body: '', headers: { etag: current } });
    }
  });

  it('is sent in the other language, with people named in it', async () => {
    const path = `/v1/cases/${onSite.number}`;
    const chinese = await clerk.get<CaseDetail>(path);
    const english = await clerk.get<CaseDetail>(path, {
      'if-none-match': String(chinese.headers.etag),
      'accept-language': 'en',
    });
    expect([english.status, english.headers.etag]).toEqual([200, `"${onSite.seq}-en"`]);
    expect([chinese.body, english.body].map(({ dispatch }) => dispatch?.engineer.name)).toEqual([
      '李巍',
      'Li Wei',
    ]);
  });

  it('is sent once it has changed', async () => {
    const changing = await aCase(api.database).of('cus-0001').commit();
    const tag = `"${changing.seq}-zh"`;
    await changing.noted('已回电').commit();
    const again = await clerk.get<CaseDetail>(`/v1/cases/${changing.number}`, { 'if-none-match': tag });
    expect(again).toMatchObject({ status: 200, body: { version: changing.seq } });
  });

  it('is sent where its promises were reckoned anew without an event', async () => {
    const moved = await aCase(api.database).of('cus-0001').commit();
    const { headers } = await clerk.get(`/v1/cases/${moved.number}`);
    const conditions = {
      'if-none-match': String(headers.etag),
      'if-modified-since': String(headers['last-modified']),
    };
    expect(await clerk.ask(`/v1/cases/${moved.number}`, conditions)).toMatchObject({ status: 304 });
    await api.database.serviceCase.update({
      where: { number: moved.number },
      data: { updatedAt: new Date() },
    });
    expect(await clerk.get(`/v1/cases/${moved.number}`, conditions)).toMatchObject({ status: 200 });
  });
});
