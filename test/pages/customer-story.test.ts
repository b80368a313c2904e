import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { holds, openForLong, VISIT } from '../support/customer-pages';
import { MessageBox } from '../support/message-box';
import { startPages, type Pages } from '../support/pages';
import { order, PartsStack } from '../support/parts-stack';
import { ANSWER, CLASSIFY, dispatchTo, done, LANTING, REPAIR, REPORT } from '../support/requests';
import { eventually } from '../support/system';

let pages: Pages;
beforeAll(async () => {
  pages = await startPages({ settings: { AFTERCARE_CUSTOMER_URL: 'https://service.example/c/' } });
});
afterAll(() => pages.close());

it('one customer from the request to the complaint, on the phone, in Chinese, by the links of our messages', async () => {
  const { system } = pages;
  const box = new MessageBox(system);
  const stack = await PartsStack.of(system);
  const { clerk, engineer } = stack;
  const [wear] = await system.database.causeCode.findMany({ where: { category: 'wear' } });

  const page = await pages.open(VISIT);
  await openForLong(page, () => page.goto(`/c/request?serial=${LANTING.unitSerial}`));
  await page.getByLabel('您的姓名').fill('邵文娟');
  await page.getByLabel('联系电话').fill(LANTING.phone);
  await page.getByLabel('请描述问题').fill('空压机报警停机');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('heading', { name: '您的请求已收到' }).waitFor();
  const { caseNumber: number } = await system.database.request.findFirstOrThrow({
    where: { channel: 'web', customerId: LANTING.id },
  });
  const link = async (template: string): Promise<void> => {
    await eventually(
      () => stack.caseOf(number),
      ({ stage }) => stage !== 'unregistered',
    );
    await page.goto('about:blank');
    await page.goto(`/c/#${await box.token(number, template)}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  const now = (text: string | RegExp) => page.locator('.now').getByText(text).waitFor();

  // Where it stands, and when a visit suits.
  await link('request-received');
  await now('已收到');
  await holds(page);
  await done(clerk, number, ANSWER, CLASSIFY);
  await page.reload();
  await now('正在安排工程师');
  await page.getByText(ANSWER.data.text).waitFor();
  await page.getByRole('button', { name: '告诉我们您方便的时间' }).click();
  await page.getByRole('button', { name: '发送' }).first().click();
  await page.getByRole('alert').filter({ hasText: '请选择时间' }).waitFor();
  await page.getByLabel('上午').first().check();
  await page.getByLabel('下午').nth(1).check();
  await page.getByLabel('其他说明（选填）').fill('请提前半小时电话联系');
  await holds(page);
  await page.reload();
  expect(await page.getByLabel('上午').first().isChecked()).toBe(true);
  await page.getByRole('button', { name: '发送' }).first().click();
  await page.getByText('服务台已收到您方便的时间。').waitFor();
  await page.getByText('您的留言 (1)').click();
  await page.getByText('请提前半小时电话联系').waitFor();
  const [wish] = (await stack.caseOf(number)).followUps;
  expect(wish).toMatchObject({ kind: 'customer-message' });
  expect(wish?.reason).toMatch(/^方便上门的时间：.+上午、.+下午（Asia\/Shanghai.*）\n请提前半小时电话联系$/);

  // The engineer and the time, then the quote.
  await done(clerk, number, dispatchTo('stf-027'));
  await link('engineer-appointed');
  await now('工程师 李巍 上门');
  await page.getByRole('button', { name: '告诉我们您方便的时间' }).waitFor({ state: 'detached' });
  await done(
    engineer,
    number,
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
  await link('quote-offered');
  await now('李巍 已到达');
  await page.getByRole('button', { name: '接受', exact: true }).click();
  await page.getByRole('button', { name: /^接受，支付/ }).click();
  await page.getByText('您已接受报价，谢谢。').waitFor();
  await holds(page);

  // The parts come to the customer.
  await done(engineer, number, order({ quantity: 1 }), {
    type: 'leaveUnfinished',
    data: {
      reason: 'parts-needed',
      note: '缺少滤芯',
      labourMinutes: 30,
      travelMinutes: 30,
      labourCostCents: 5_000,
      travelCostCents: 5_000,
      currency: 'CNY',
    },
  });
  const orderNumber = (await stack.caseOf(number)).partsOrders[0]?.number ?? '';
  await stack.shipped(orderNumber, 1);
  await stack.until(orderNumber, 'shipped');
  await link('parts-shipped');
  await now('等待备件');
  await holds(page);
  await page.getByRole('button', { name: '全部收到' }).click();
  await page.getByText('谢谢，收货情况已登记。').waitFor();
  await eventually(
    () => stack.caseOf(number),
    ({ stage }) => stage === 'classified',
  );

  // Repaired: the report, the rating.
  await done(clerk, number, dispatchTo('stf-027'));
  await done(engineer, number, { type: 'arrive', data: {} }, REPAIR, REPORT);
  await link('engineer-appointed');
  await now('服务已完成');
  const download = page.waitForEvent('download');
  await page
    .getByRole('button', { name: /下载 PDF/ })
    .first()
    .click();
  expect((await download).suggestedFilename()).toContain(number);
  await holds(page);
  await link('survey-asked');
  await page.getByRole('group', { name: '对我们的服务' }).getByLabel('非常满意').check();
  await page.getByRole('group', { name: '对产品' }).getByLabel('满意', { exact: true }).check();
  await holds(page);
  await page.getByRole('button', { name: '提交评价' }).click();
  await page.getByRole('heading', { name: '您的评价已收到，谢谢' }).waitFor();
  expect((await stack.caseOf(number)).stage).toBe('surveyed');

  // A word more, and a complaint.
  await link('engineer-appointed');
  await page.getByLabel('留言内容').fill('发票抬头请写全称');
  await page.getByRole('button', { name: '发送' }).click();
  await page.getByText('留言已发送至服务台。').waitFor();
  await page.getByLabel('投诉').check();
  await page.getByLabel('留言内容').fill('机器又停了。');
  await page.getByRole('button', { name: '发送' }).click();
  await page.getByText('投诉已受理，我们将给您回电。').waitFor();
  await page.getByText('您的留言 (3)').waitFor();
  await holds(page);
  expect((await stack.caseOf(number)).followUps.map(({ kind }) => kind)).toEqual([
    'customer-message',
    'customer-message',
    'dissatisfied-customer',
  ]);
});
