import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DryRunResult } from '../../../api/case-commands/dry-run-schema';
import type { Timeline } from '../../../api/cases/timeline-entry-schema';
import type { TestApi } from '../../support/api';
import { aCase, CLERK, DIRECTOR, type CaseBuilder } from '../../support/cases';
import { companyApi, reader, type Reader } from '../../support/reading';
import { newKey } from '../../support/system';

const MENTIONED = { id: 'stf-009', name: '顾承安' };

describe('A mention in a note', () => {
  let api: TestApi;
  let clerk: Reader;
  let it0: CaseBuilder;
  beforeAll(async () => {
    api = await companyApi();
    clerk = await reader(api.app, 'lu.xinran');
    it0 = await aCase(api.database).of('cus-0001').answered().commit();
  });
  afterAll(() => api.close());

  /** The people whom a note would mention, by a dry run. */
  const mentionedBy = async (text: string) => {
    const commands = [{ id: newKey(), type: 'addNote', data: { text } }];
    const path = `/v1/cases/${it0.number}/commands?dryRun=true`;
    const { body } = await clerk.send<DryRunResult>('POST', path, {}, { commands });
    expect(body.outcome).toBe('accepted');
    return body.messages
      .filter(({ template }) => template === 'mentioned')
      .map(({ to }) => to.id)
      .sort();
  };

  it.each([
    ['by login, within Chinese text', '请@gu.chengan看一下这台机器', ['stf-009']],
    ['by staff code, at the end of a sentence', 'Please have a look, @stf-009.', ['stf-009']],
    ['several, each once', '@gu.chengan @stf-009 @zhou.huaijin: 请确认', ['stf-001', 'stf-009']],
  ])('notifies a colleague %s', async (_, text, ids) => {
    expect(await mentionedBy(text)).toEqual(ids);
  });

  it.each([
    ['an e-mail address', '发给 info@gu.chengan 了'],
    ['somebody unknown', '@nobody.there'],
    ['a colleague who does not see the case', '@huang.yongqi @li.wei'],
    ['oneself', '@lu.xinran'],
  ])('is no more than text for %s', async (_, text) => {
    expect(await mentionedBy(text)).toEqual([]);
  });

  it('names colleagues in the language that its reader asks for', async () => {
    const commands = [{ id: newKey(), type: 'addNote', data: { text: '@gu.chengan 请看' } }];
    const path = `/v1/cases/${it0.number}/commands?dryRun=true`;
    const actors = async (language: string) => {
      const { body } = await clerk.send<DryRunResult>(
        'POST',
        path,
        { 'accept-language': language },
        { commands },
      );
      return body.events.map(({ actor }) => actor.name);
    };
    expect(await actors('en')).toEqual(['Lu Xinran']);
    expect(await actors('zh')).toEqual(['陆欣然']);
    const { body } = await clerk.get<Timeline>(`/v1/cases/${it0.number}/timeline`, {
      'accept-language': 'en',
    });
    expect(body.items.map(({ actor }) => actor.name)).toContain('Lu Xinran');
  });

  it('has the colleague notified of the notes that follow, but not of their own', async () => {
    const it = await aCase(api.database)
      .of('cus-0001')
      .answered()
      .noted('before anybody was named')
      .give('addNote', { text: '@gu.chengan 请看', mentions: [MENTIONED] }, CLERK)
      .noted('客户又来电')
      .give('addNote', { text: '已联系客户' }, DIRECTOR)
      .commit();
    const sent = await api.database.notification.findMany({
      where: { processId: it.number, template: { in: ['mentioned', 'note-added'] } },
      orderBy: { createdAt: 'asc' },
    });
    expect(sent.map(({ template, staffId, params }) => [template, staffId, params])).toEqual([
      ['mentioned', 'stf-009', expect.objectContaining({ by: '陆欣然', text: '@gu.chengan 请看' })],
      ['note-added', 'stf-009', expect.objectContaining({ by: '陆欣然', text: '客户又来电' })],
    ]);
    expect(it.state.followers).toEqual(['stf-009']);
  });
});
