import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import {
  LARGEST_DRAFT,
  LARGEST_PREFERENCES,
  MOST_DRAFTS,
  type DraftList,
  type DraftSchema,
  type Preferences,
  type ViewList,
  type ViewView,
} from '../../../api/working-state/schema';
import type { TestApi } from '../../support/api';
import { Browser } from '../../support/browser';
import { companyApi, reader, type Problem, type Reader } from '../../support/reading';

type Draft = Static<typeof DraftSchema>;
const KEY = 'case:AS-2026-000001:answer';

describe('The working state of a person', () => {
  let api: TestApi;
  let clerk: Reader;
  let colleague: Reader;
  let engineer: Reader;
  beforeAll(async () => {
    api = await companyApi();
    clerk = await reader(api.app, 'lu.xinran');
    colleague = await reader(api.app, 'gu.chengan');
    engineer = await reader(api.app, 'li.wei');
  });
  afterAll(() => api.close());

  const save = <T = Draft>(by: Reader, key: string, content: object) =>
    by.send<T>('PUT', `/v1/drafts/${key}`, {}, { content });
  const keysOf = async (by: Reader, query = '') =>
    (await by.get<Static<typeof DraftList>>(`/v1/drafts${query}`)).body.items.map(({ key }) => key);

  describe('drafts', () => {
    it('are there after a logout, on another machine, as they were last saved', async () => {
      const before = await Browser.logIn(api.app, 'lu.xinran');
      for (const text of ['已', '已安排工程师，明天上午'])
        await before.send('PUT', `/v1/drafts/${KEY}`, { payload: { content: { text, cursor: [1, null] } } });
      await before.send('POST', '/v1/logout');
      const after = await Browser.logIn(api.app, 'lu.xinran');
      const read = await after.get(`/v1/drafts/${KEY}`);
      expect(read.json()).toEqual({
        key: KEY,
        content: { text: '已安排工程师，明天上午', cursor: [1, null] },
        updatedAt: expect.any(String),
      });
    });

    it('are nobody else’s to see, under the same key either', async () => {
      await save(clerk, KEY, { text: 'mine' });
      expect((await colleague.get(`/v1/drafts/${KEY}`)).body).toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
      await save(colleague, KEY, { text: 'theirs' });
      expect((await clerk.get<Draft>(`/v1/drafts/${KEY}`)).body.content).toEqual({ text: 'mine' });
    });

    it('are listed by where they belong, and gone when they are sent', async () => {
      await save(engineer, 'case:AS-2026-000002:report', { labour: 90 });
      await save(engineer, 'case:AS-2026-000002:note', { text: 'x' });
      await save(engineer, 'case:AS-2026-000003:note', { text: 'y' });
      expect((await keysOf(engineer, '?prefix=case:AS-2026-000002:')).sort()).toEqual([
        'case:AS-2026-000002:note',
        'case:AS-2026-000002:report',
      ]);
      const forget = () => engineer.drop('/v1/drafts/case:AS-2026-000002:note');
      expect([await forget(), await forget()]).toEqual([204, 204]);
      expect((await keysOf(engineer)).sort()).toEqual([
        'case:AS-2026-000002:report',
        'case:AS-2026-000003:note',
      ]);
    });

    it.each([
      ['longer than it may be', { text: 'x'.repeat(LARGEST_DRAFT) }],
      ['nested without end', JSON.parse(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`)],
      ['with a NUL', { text: 'a\u0000b' }],
      ['with half a surrogate pair', { text: '\ud800' }],
    ])('are refused %s', async (_, content: object) => {
      const { status, body } = await save<Problem>(clerk, 'odd', content);
      expect([status, body.code, body.errors[0]?.field]).toEqual([400, 'REQUEST.INVALID', 'content']);
    });

    it('keep every character that people type', async () => {
      const content = { text: '空压机 🔧 “quoted” \\ud800 as text\n\t', n: 1e21, list: [{ a: [] }] };
      expect((await save(clerk, 'odd', content)).body.content).toEqual(content);
    });

    it('are refused beyond so many, and none is lost', async () => {
      const staffId = 'stf-009';
      const updatedAt = new Date();
      await api.database.draft.createMany({
        data: Array.from({ length: MOST_DRAFTS }, (_, n) => ({
          staffId,
          key: `many:${n}`,
          content: {},
          updatedAt,
        })),
      });
      const { status, body } = await save<Problem>(colleague, 'one-more', {});
      expect([status, body.code]).toEqual([409, 'DRAFT.TOO_MANY']);
      expect((await save(colleague, 'many:7', { still: true })).status).toBe(200);
    });
  });

  describe('preferences', () => {
    const read = async (by: Reader) => (await by.get<Static<typeof Preferences>>('/v1/me/preferences')).body;
    const change = (by: Reader, content: object, method: 'PUT' | 'PATCH' = 'PATCH') =>
      by.send<Static<typeof Preferences>>(method, '/v1/me/preferences', {}, { content });

    it('are empty at first, and then what was set', async () => {
      expect(await read(engineer)).toEqual({ content: {}, updatedAt: null });
      await change(engineer, { density: 'compact', columns: { cases: ['number'] } }, 'PUT');
      expect(await read(engineer)).toEqual({
        content: { density: 'compact', columns: { cases: ['number'] } },
        updatedAt: expect.any(String),
      });
      expect((await read(clerk)).content).toEqual({});
    });

    it('change one by one: pages that change others at once take back nothing', async () => {
      await change(clerk, { a: 1 }, 'PUT');
      await Promise.all([
        change(clerk, { b: 2 }),
        change(clerk, { c: { d: 3 } }),
        change(clerk, { a: null }),
      ]);
      expect((await read(clerk)).content).toEqual({ b: 2, c: { d: 3 } });
    });

    it('are limited, one by one too', async () => {
      const most = 'x'.repeat(LARGEST_PREFERENCES - 100);
      expect((await change(colleague, { a: most })).status).toBe(200);
      expect((await change(colleague, { b: most })).status).toBe(200);
      expect((await change(colleague, { c: most })).status).toBe(400);
      expect(Object.keys((await read(colleague)).content)).toEqual(['a', 'b']);
    });
  });

  describe('saved views', () => {
    const view = { list: 'cases', name: '今天到期', filters: { dueBefore: '@today', stage: ['answered'] } };
    const listed = async (by: Reader, list = 'cases') =>
      (await by.get<Static<typeof ViewList>>(`/v1/views?list=${list}`)).body.items;
    const saved = async (by: Reader, sharing: string, name = view.name) =>
      (await by.send<ViewView>('POST', '/v1/views', {}, { ...view, name, sharing })).body;

    it('are one’s own, or the organisation’s', async () => {
      const mine = await saved(clerk, 'private', '我的');
      const ours = await saved(clerk, 'organisation', '我们的');
      expect(ours).toMatchObject({ ...view, name: '我们的', sharing: 'organisation', isMine: true });
      const idsOf = async (by: Reader) => (await listed(by)).map(({ id }) => id);
      expect(await idsOf(clerk)).toEqual(expect.arrayContaining([mine.id, ours.id]));
      // The director of the same centre sees what is shared; an outlet's engineer does not.
      expect(await idsOf(colleague)).toEqual([ours.id]);
      expect(await idsOf(engineer)).toEqual([]);
      expect(await listed(clerk, 'tasks')).toEqual([]);
      expect((await listed(colleague))[0]).toMatchObject({ isMine: false, owner: { id: 'stf-010' } });
    });

    it('are changed and deleted by their owner alone', async () => {
      const { id } = await saved(clerk, 'organisation');
      const change = (by: Reader, patch: object) =>
        by.send<ViewView & Problem>('PATCH', `/v1/views/${id}`, {}, patch);
      expect((await change(colleague, { name: 'x' })).body).toMatchObject({ code: 'VIEW.NOT_YOURS' });
      expect((await change(engineer, { name: 'x' })).body).toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
      expect((await change(clerk, { name: '本周到期', sharing: 'private' })).body).toMatchObject({
        name: '本周到期',
        sharing: 'private',
        filters: view.filters,
      });
      expect((await change(colleague, { name: 'x' })).body).toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
      expect(await colleague.drop(`/v1/views/${id}`)).toBe(404);
      expect(await clerk.drop(`/v1/views/${id}`)).toBe(204);
      expect((await listed(clerk)).map((one) => one.id)).not.toContain(id);
    });
  });
});
