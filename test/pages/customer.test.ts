import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { holds, opened, openForLong, PIXEL, tokenOf, VISIT } from '../support/customer-pages';
import { PartsStack } from '../support/parts-stack';
import { accessibilityFaults, faultsOf, startPages, type Pages } from '../support/pages';
import type { Reader } from '../support/reading';
import { ANSWER, CLASSIFY, dispatchTo, done, LANTING, registered } from '../support/requests';
import { eventually } from '../support/system';

let pages: Pages;
let clerk: Reader;
beforeAll(async () => {
  pages = await startPages({ settings: { AFTERCARE_CUSTOMER_URL: 'https://service.example/c/' } });
  clerk = await pages.system.as('lu.xinran');
});
afterAll(() => pages.close());

it('a customer moves the appointment, writes to the desk and complains; what is typed outlasts switch and reload', async () => {
  const { caseNumber } = await registered(clerk);
  await done(clerk, caseNumber, ANSWER, CLASSIFY, dispatchTo('stf-027'));
  const page = await opened(pages, await tokenOf(pages, caseNumber));
  await page.getByText('工程师 李巍 上门').waitFor();
  await page.getByText('Asia/Shanghai (GMT+8)').first().waitFor();
  await holds(page);

  await page.getByRole('button', { name: '选择其他时间' }).click();
  await page.locator('.slots input').first().check();
  await holds(page);
  await page.getByRole('button', { name: /^选定/ }).click();
  await page.getByText('上门时间已更改。').waitFor();

  await page.getByLabel('留言内容').fill('请带上滤芯');
  await page.getByRole('button', { name: 'English' }).click();
  await page.reload();
  expect(await page.getByLabel('Your message').inputValue()).toBe('请带上滤芯');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Your message is with our desk.').waitFor();
  await page.getByLabel('A complaint').check();
  await page.getByLabel('Your message').fill('Nobody called me back.');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Your complaint is with our desk.').waitFor();
  const { body } = await clerk.get<{ followUps: { kind: string; reason: string }[] }>(
    `/v1/cases/${caseNumber}`,
  );
  expect(body.followUps).toMatchObject([
    { kind: 'customer-message', reason: '请带上滤芯' },
    { kind: 'dissatisfied-customer', reason: 'Nobody called me back.' },
  ]);
  expect(faultsOf(page)).toEqual([]);
});

it('a customer adds photos, which outlast a reload; what is no picture is named, and a case takes so many', async () => {
  const { caseNumber } = await registered(clerk);
  const token = await tokenOf(pages, caseNumber);
  const page = await opened(pages, token);
  const chosen = page.getByLabel('添加照片');
  await chosen.setInputFiles([
    { name: '铭牌.png', mimeType: 'image/png', buffer: PIXEL },
    { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') },
  ]);
  await page.getByText('照片已添加到服务单。').waitFor();
  await page.getByRole('alert').filter({ hasText: '说明.txt' }).waitFor();
  await page.reload();
  await page.getByRole('listitem').filter({ hasText: '铭牌.jpg' }).waitFor();
  await holds(page);
  const { body } = await clerk.get<{ timeline: { items: { type: string; actor: { id: string } }[] } }>(
    `/v1/cases/${caseNumber}`,
  );
  expect(body.timeline.items.find(({ type }) => type === 'FileAttached')?.actor.id).toBe(LANTING.id);

  const send = async (data: Buffer, type = 'image/png', link = token) => {
    const answer = await page.context().request.post('/v1/customer/case/photos?name=x.png', {
      headers: { authorization: `Bearer ${link}`, 'content-type': type },
      data,
    });
    const { code, id } = (await answer.json()) as { code?: string; id?: string };
    return code ?? id ?? '';
  };
  expect(await send(PIXEL, 'image/jpeg')).toBe('ATTACHMENT.TYPE_MISMATCH');
  expect(await send(PIXEL, 'application/pdf')).toBe('ATTACHMENT.TYPE_UNSUPPORTED');
  expect(await send(PIXEL, 'image/png', await tokenOf(pages, caseNumber, 'survey'))).toBe(
    'LINK.NOT_FOR_THIS',
  );
  const other = (n: number): Buffer => Buffer.concat([PIXEL, Buffer.from([n])]);
  const kept: string[] = [];
  for (let n = 0; n < 11; n++) kept.push(await send(other(n)));
  expect(new Set(kept).size).toBe(11);
  expect(await send(other(0))).toBe(kept[0]);
  expect(await send(other(11))).toBe('ATTACHMENT.TOO_MANY');
});

it('a customer sees what is free, accepts the quote after its consequence, and downloads the report of the visit', async () => {
  const engineer = await pages.system.as('li.wei');
  const [wear] = await pages.system.database.causeCode.findMany({ where: { category: 'wear' } });
  const { caseNumber } = await registered(clerk, { unitSerial: LANTING.unitSerial });
  await done(clerk, caseNumber, ANSWER, CLASSIFY, dispatchTo('stf-027'));
  await done(
    engineer,
    caseNumber,
    { type: 'arrive', data: {} },
    {
      type: 'diagnose',
      data: {
        faultCode: 'high-temperature',
        causeCode: wear?.code ?? '',
        finding: '滤芯堵塞',
        plan: '更换滤芯',
      },
    },
    { type: 'prepareQuote', data: { lines: [{ item: 'labour', minutes: 90 }] } },
  );
  const page = await opened(pages, await tokenOf(pages, caseNumber));
  await page.getByRole('heading', { name: '请确认报价' }).waitFor();
  await page.getByText('应付合计').waitFor();
  await page.getByRole('button', { name: '拒绝' }).click();
  await page.getByRole('dialog').getByText('不再维修').waitFor();
  await page.getByRole('button', { name: '返回' }).click();
  await page.getByRole('button', { name: '接受', exact: true }).click();
  await page.getByRole('dialog').getByText('不可撤回').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: /^接受，支付/ }).click();
  await page.getByText('您已接受报价，谢谢。').waitFor();
  await done(engineer, caseNumber, {
    type: 'leaveUnfinished',
    data: {
      reason: 'more-time-needed',
      note: '明日继续',
      labourMinutes: 30,
      travelMinutes: 30,
      labourCostCents: 5_000,
      travelCostCents: 5_000,
      currency: 'CNY',
    },
  });
  await page.reload();
  const download = page.waitForEvent('download');
  await page
    .getByRole('button', { name: /下载 PDF/ })
    .first()
    .click();
  expect((await download).suggestedFilename()).toBe(`${caseNumber}-V1.pdf`);
  await holds(page);
});

it('a customer confirms what came of a parcel', async () => {
  const stack = await PartsStack.of(pages.system);
  const { number, orderNumber } = await stack.waiting({ quantity: 2 });
  await stack.shipped(orderNumber, 2);
  await stack.until(orderNumber, 'shipped');
  const page = await opened(pages, await tokenOf(pages, number));
  await page.getByRole('button', { name: '有误或缺件' }).click();
  await page.getByLabel('正确').fill('1');
  await page.getByLabel('缺少').fill('1');
  await holds(page);
  await page.getByRole('button', { name: '提交收货情况' }).click();
  await page.getByText('谢谢，收货情况已登记。').waitFor();
  await eventually(
    () => stack.orderOf(orderNumber),
    ({ shipments }) => shipments[0]?.items[0]?.received === 1,
  );
});

it('a customer answers the survey by its own link, which opens nothing else and holds once', async () => {
  const { caseNumber } = await registered(clerk);
  await done(clerk, caseNumber, ANSWER, CLASSIFY, {
    type: 'resolveRemotely',
    data: { resolution: '复位后正常' },
  });
  const token = await tokenOf(pages, caseNumber, 'survey');
  const page = await opened(pages, token);
  await holds(page);
  await page.getByRole('group', { name: '对我们的服务' }).getByLabel('非常满意').check();
  await page.getByRole('group', { name: '对产品' }).getByLabel('一般').check();
  await page.reload();
  await page.getByLabel('您的意见').fill('很及时');
  await page.getByRole('button', { name: '提交评价' }).click();
  await page.getByRole('heading', { name: '您的评价已收到，谢谢' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: '您的评价已收到，谢谢' }).waitFor();
  await holds(page);
});

it('a link that is expired, revoked, broken or missing says what to do, with the hotline', async () => {
  const { caseNumber } = await registered(clerk);
  const long = new Date(Date.now() - 100 * 86_400_000);
  const revoked = await tokenOf(pages, caseNumber);
  await clerk.send('POST', `/v1/cases/${caseNumber}/links/revoke`);
  for (const [token, title] of [
    [await tokenOf(pages, caseNumber, 'case', long), '链接已过期'],
    [revoked, '链接已失效'],
    ['broken', '链接不完整'],
    ['', '请打开我们发送给您的链接'],
  ] as const) {
    const page = await opened(pages, token);
    await page.getByRole('heading', { name: title }).waitFor();
    expect(await page.getByRole('link', { name: /^拨打/ }).getAttribute('href')).toMatch(/^tel:\+/);
    await holds(page);
  }
});

it('anybody asks for service by the form that a code on the unit opens, and programs do not', async () => {
  const page = await pages.open(VISIT);
  const submit = page.getByRole('button', { name: '提交', exact: true });
  await openForLong(page, () => page.goto(`/c/request?serial=${LANTING.unitSerial}`));
  expect(await page.getByLabel('出厂编号或产品').inputValue()).toBe(LANTING.unitSerial);
  await holds(page);
  await page.getByLabel('您的姓名').fill('邵文娟');
  await page.getByLabel('联系电话').fill('12');
  await page.getByLabel('请描述问题').fill('空压机漏油\n地面有油');
  await submit.click();
  await page.getByRole('alert').filter({ hasText: '电话号码无效' }).waitFor();
  await openForLong(page, () => page.reload());
  expect(await page.getByLabel('您的姓名').inputValue()).toBe('邵文娟');
  await page.getByLabel('联系电话').fill(LANTING.phone);
  await submit.click();
  await page.getByRole('heading', { name: '您的请求已收到' }).waitFor();
  const number = await page.getByText(/^RQ-/).textContent();
  await holds(page);
  const { body } = await clerk.get<{ channel: string; subject: string; customerId: string }>(
    `/v1/requests/${number ?? ''}`,
  );
  expect(body).toMatchObject({ channel: 'web', subject: '空压机漏油', customerId: LANTING.id });

  const form = await page.context().request.get('/v1/public/request-form');
  const { stamp } = (await form.json()) as { stamp: string };
  const asked = { name: 'x', phone: LANTING.phone, text: 'x', language: 'en', stamp };
  const filledByProgram = await page.context().request.post('/v1/public/requests', {
    headers: { 'idempotency-key': 'sent-by-a-program' },
    data: { ...asked, website: 'http://x.example' },
  });
  expect(await filledByProgram.json()).toMatchObject({ code: 'FORM.NOT_BY_HAND' });
  const atOnce = await page.context().request.post('/v1/public/requests', {
    headers: { 'idempotency-key': 'sent-by-a-program' },
    data: asked,
  });
  expect(await atOnce.json()).toMatchObject({ code: 'FORM.TOO_FAST' });
});

it('anybody reads what is promised and how it was kept', async () => {
  const page = await pages.open(VISIT);
  await page.goto('/c/promises');
  await page.getByText('所有请求 24 小时内答复。').waitFor();
  await holds(page);
});
