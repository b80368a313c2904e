import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AttachmentView } from '../../../api/attachments/schema';
import type { TestApi } from '../../support/api';
import { aCase, type CaseBuilder } from '../../support/cases';
import { aJpeg, aPdf, aPng, aWebp } from '../../support/files';
import { companyApi, reader, type Problem, type Reader } from '../../support/reading';
import { upload, type Upload } from '../../support/uploads';

describe('The files of a case (R18)', () => {
  let api: TestApi;
  let engineer: Reader;
  let keeper: Reader;
  let southerner: Reader;
  let onSite: CaseBuilder;
  let another: CaseBuilder;

  beforeAll(async () => {
    api = await companyApi();
    const { app, database } = api;
    onSite = await aCase(database).of('cus-0001').answered().classified().dispatched().arrived().commit();
    another = await aCase(database).of('cus-0001').answered().classified().dispatched().commit();
    engineer = await reader(app, 'li.wei');
    keeper = await reader(app, 'wu.dachuan');
    southerner = await reader(app, 'huang.yongqi');
  });
  afterAll(() => api.close());

  const send = <T = AttachmentView>(file: Upload, by = engineer, to = onSite.number) =>
    upload<T>(api.app, by, to, file);
  const kept = () => api.database.attachment.count();

  it.each([
    ['image/png', 'png', aPng()],
    ['image/jpeg', 'jpg', aJpeg()],
    ['image/webp', 'webp', aWebp()],
    ['application/pdf', 'pdf', aPdf()],
  ])('are kept as they are sent, and come back so: %s', async (type, ending, bytes) => {
    const { status, body, headers } = await send({ type, bytes });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: `铭牌.${ending}`,
      type,
      sizeBytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      uploadedBy: { id: 'stf-027', name: '李巍' },
    });
    expect(headers.location).toBe(`/v1/cases/${onSite.number}/attachments/${body.id}`);
    const read = await api.app.inject({
      url: `/v1/cases/${onSite.number}/attachments/${body.id}`,
      headers: { authorization: `Bearer ${keeper.token}` },
    });
    expect(read.rawPayload.equals(bytes)).toBe(true);
    expect(read.headers).toMatchObject({
      'content-type': type,
      'content-disposition': `attachment; filename="__.${ending}"; filename*=UTF-8''%E9%93%AD%E7%89%8C.${ending}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      etag: `"${body.sha256}"`,
    });
  });

  it('are named as people see it: a name cannot be turned round to look like another', async () => {
    const query = `?name=${encodeURIComponent('铭牌\u202Egpj.exe\u200B.jpg')}`;
    const { status, body } = await send({ bytes: aJpeg('turned round'), query });
    expect([status, body.name]).toEqual([201, '铭牌gpj.exe.jpg']);
  });

  it.each([
    ['photo\u202Egnp.exe', 'photognp.exe.jpg'],
    ['x.html', 'x.html.jpg'],
    ['铭牌', '铭牌.jpg'],
    ['IMG_1.JPEG', 'IMG_1.JPEG'],
    ['.jpg.', '.jpg.jpg'],
    ['😀'.repeat(100), `${'😀'.repeat(98)}.jpg`],
  ])('are kept with the ending of their type: %s as %s', async (name, expected) => {
    const sent = await send({ bytes: aJpeg(expected), query: `?name=${encodeURIComponent(name)}` });
    expect([sent.status, sent.body.name]).toEqual([201, expected]);
  });

  it('are listed to those who see the case', async () => {
    const { body } = await send({ bytes: aJpeg('listed') }, engineer, another.number);
    expect((await keeper.get(`/v1/cases/${another.number}/attachments`)).body).toEqual({ items: [body] });
  });

  it('are kept once: the same bytes are the same attachment, under the name it was first given', async () => {
    const first = await send({ bytes: aJpeg('twice') });
    const before = await kept();
    const second = await send({ bytes: aJpeg('twice'), query: '?name=other.jpg' }, keeper);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
    expect(await kept()).toBe(before);
  });

  it('are kept once also when they are sent many times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => send({ bytes: aJpeg('at once') })));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(7).fill(200), 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  it('are the case’s own: the same bytes on another case are another attachment', async () => {
    const here = await send({ bytes: aJpeg('both') });
    const there = await send({ bytes: aJpeg('both') }, engineer, another.number);
    expect(there.status).toBe(201);
    expect(there.body.id).not.toBe(here.body.id);
    const asked = await engineer.get(`/v1/cases/${another.number}/attachments/${here.body.id}`);
    expect([asked.status, asked.body.code]).toEqual([404, 'RESOURCE.NOT_FOUND']);
  });

  it('do not exist for other regions', async () => {
    const { body } = await send({ bytes: aJpeg('ours') });
    const before = await kept();
    const answers = [
      await send<Problem>({ bytes: aJpeg('theirs') }, southerner),
      await southerner.get(`/v1/cases/${onSite.number}/attachments`),
      await southerner.get(`/v1/cases/${onSite.number}/attachments/${body.id}`),
    ];
    expect(answers.map(({ status, body: { code } }) => `${status} ${code}`)).toEqual(
      Array<string>(3).fill('404 RESOURCE.NOT_FOUND'),
    );
    expect(await kept()).toBe(before);
  });

  const big = Buffer.concat([aJpeg(), Buffer.alloc(5 * 1024 * 1024)]);
  it.each<[string, Upload, string]>([
    ['of 5 MB and more', { bytes: big }, '413 REQUEST.TOO_LARGE'],
    [
      'of another type',
      { bytes: Buffer.from('x'), type: 'text/html' },
      '415 ATTACHMENT.TYPE_UNSUPPORTED content-type',
    ],
    [
      'as JSON',
      { bytes: Buffer.from('{}'), type: 'application/json' },
      '415 ATTACHMENT.TYPE_UNSUPPORTED content-type',
    ],
    ['that is a PNG and calls itself JPEG', { bytes: aPng() }, '422 ATTACHMENT.TYPE_MISMATCH content-type'],
    [
      'of HTML that calls itself PDF',
      { bytes: Buffer.from('<html>'), type: 'application/pdf' },
      '422 ATTACHMENT.TYPE_MISMATCH content-type',
    ],
    [
      'that ends before its signature',
      { bytes: aPng().subarray(0, 4), type: 'image/png' },
      '422 ATTACHMENT.TYPE_MISMATCH content-type',
    ],
    ['of nothing', { bytes: Buffer.alloc(0) }, '400 ATTACHMENT.EMPTY'],
    ['without a name', { bytes: aJpeg('a'), query: '' }, '400 REQUEST.INVALID name'],
    [
      'with a path for a name',
      { bytes: aJpeg('a'), query: '?name=..%2Fetc%2Fpasswd' },
      '400 REQUEST.INVALID name',
    ],
    [
      'with a line break in its name',
      { bytes: aJpeg('a'), query: '?name=a%0D%0Ab' },
      '400 REQUEST.INVALID name',
    ],
  ])('%s is refused, and nothing is kept', async (_name, file, expected) => {
    const before = await kept();
    const { status, body } = await send<Problem>(file);
    expect(`${status} ${body.code} ${body.errors[0]?.field ?? ''}`.trim()).toBe(expected);
    expect(await kept()).toBe(before);
  });

  it('are taken at 5 MB to the byte', async () => {
    const bytes = Buffer.concat([aJpeg(), Buffer.alloc(5 * 1024 * 1024 - aJpeg().length)]);
    expect((await send({ bytes })).status).toBe(201);
  });

  it('are not taken for a case that does not exist, is no case, or has ended', async () => {
    const ended = await aCase(api.database).of('cus-0001').cancelled().commit();
    const answers = [
      await send<Problem>({ bytes: aJpeg() }, engineer, 'AS-2001-000001'),
      await send<Problem>({ bytes: aJpeg() }, engineer, '1%27%20OR%201=1'),
      await send<Problem>({ bytes: aJpeg() }, await reader(api.app, 'lu.xinran'), ended.number),
    ];
    expect(answers.map(({ status, body: { code } }) => `${status} ${code}`)).toEqual([
      '404 RESOURCE.NOT_FOUND',
      '400 REQUEST.INVALID',
      '409 CASE.ENDED',
    ]);
  });
});
