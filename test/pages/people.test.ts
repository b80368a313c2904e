import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { accessibilityFaults, faultsOf, PHONE, startPages, type Pages } from '../support/pages';

let pages: Pages;
beforeAll(async () => {
  pages = await startPages();
});
afterAll(() => pages.close());

const OWN = 'seven grey herons 7';

it('an administrator enters an engineer, who chooses a password and sees their day, until they are deactivated', async () => {
  const office = await pages.openAs('zhou.huaijin', '/administration/staff');
  await office.getByRole('button', { name: 'Enter a person' }).click();
  const form = office.getByRole('region', { name: 'Enter a person' });
  await form.getByLabel('Name in Chinese').fill('宋越');
  await form.getByLabel('Name in Latin letters').fill('Song Yue');
  await form.getByLabel('Login name').fill('LI.WEI');
  await form
    .getByLabel('Organisation')
    .selectOption({ label: 'Shanghai Pudong Service Outlet (service outlet)' });
  await form.getByLabel('Warehouse keeper').check();
  await form.getByLabel('Telephone').fill('138 1234 5678');
  await form.getByLabel('E-mail').fill('song.yue@shuochuan.example');
  expect(await accessibilityFaults(office)).toEqual([]);
  await form.getByRole('button', { name: 'Save' }).click();
  await form
    .getByText(/This role does not exist at a service outlet: Warehouse keeper/)
    .first()
    .waitFor();
  await form.getByLabel('Warehouse keeper').uncheck();
  await form.getByLabel('Repair engineer').check();
  await form.getByRole('button', { name: 'Save' }).click();
  await form
    .getByText(/The login name LI.WEI is taken/i)
    .first()
    .waitFor();
  await form.getByLabel('Login name').fill('song.yue');
  await form.getByRole('button', { name: 'Save' }).click();
  const entered = office.getByRole('region', { name: 'Song Yue is entered' });
  await entered.getByRole('button', { name: 'Give a temporary password' }).click();
  const temporary = await entered.locator('code').innerText();
  expect(await accessibilityFaults(office)).toEqual([]);

  const phone = await pages.open({ viewport: PHONE });
  await phone.goto('/day');
  await phone.getByLabel('Login name').fill('song.yue');
  await phone.getByLabel('Password', { exact: true }).fill(temporary);
  await phone.keyboard.press('Enter');
  await phone.getByRole('heading', { name: 'Choose your own password' }).waitFor();
  expect(await accessibilityFaults(phone)).toEqual([]);
  await phone.getByLabel('New password', { exact: true }).fill(OWN);
  await phone.getByLabel('New password once more').fill('another');
  await phone.getByRole('button', { name: 'Save and log in' }).click();
  await phone.getByText('The two new passwords differ.').waitFor();
  await phone.getByLabel('New password once more').fill(OWN);
  await phone.getByRole('button', { name: 'Save and log in' }).click();
  await phone.getByRole('heading', { name: 'My day' }).waitFor();

  await phone.goto('/account');
  await phone.getByLabel('Current password').fill(OWN);
  await phone.getByLabel('New password', { exact: true }).fill('nine brown herons 9');
  await phone.getByLabel('New password once more').fill('nine brown herons 9');
  await phone.getByRole('button', { name: 'Save' }).click();
  await phone.getByText('The password is changed.').waitFor();
  expect(await accessibilityFaults(phone)).toEqual([]);
  await phone.goto('/day');
  await phone.getByRole('heading', { name: 'My day' }).waitFor();

  const { id } = await pages.system.database.staff.findUniqueOrThrow({ where: { login: 'song.yue' } });
  await pages.system.database.engineerSlot.create({
    data: {
      id: 'visit-ahead',
      kind: 'visit',
      engineerId: id,
      processId: 'AS-2026-000001',
      from: new Date('2096-11-23T01:00:00Z'),
      to: new Date('2096-11-23T03:00:00Z'),
    },
  });
  await office.reload();
  await office.getByLabel('Search').fill('Song Yue');
  await office.keyboard.press('Enter');
  await office.getByRole('heading', { name: 'Li Wei' }).waitFor({ state: 'detached' });
  const card = office
    .getByRole('listitem')
    .filter({ has: office.getByRole('heading', { name: 'Song Yue' }) });
  await card.getByText('Access and changes').click();
  await card.getByText('Song Yue · chose a password').first().waitFor();
  await card.getByRole('button', { name: 'Deactivate' }).click();
  const leave = card.getByRole('group', { name: 'Deactivate Song Yue' });
  await leave.getByRole('link', { name: 'AS-2026-000001' }).waitFor();
  expect(await leave.getByRole('button', { name: 'Deactivate' }).isDisabled()).toBe(true);
  expect(await accessibilityFaults(office)).toEqual([]);
  await leave.getByLabel(/Deactivate all the same/).check();
  await leave.getByRole('button', { name: 'Deactivate' }).click();
  await card.waitFor({ state: 'detached' });
  expect(faultsOf(office)).toEqual([]);

  await phone.reload();
  await phone.getByLabel('Login name').fill('song.yue');
  await phone.getByLabel('Password', { exact: true }).fill('nine brown herons 9');
  await phone.keyboard.press('Enter');
  await phone.getByText('The login name or password is incorrect.').waitFor();
});

it('headquarters opens an outlet and closes it, and enters an absence, on a phone in Chinese', async () => {
  const page = await pages.openAs('zhou.huaijin', '/administration/organisations', {
    language: 'zh',
    viewport: PHONE,
  });
  await page.getByRole('button', { name: '新增机构' }).click();
  const form = page.getByRole('region', { name: '新增机构' });
  await form.getByLabel('中文名称').fill('宁波授权服务站');
  await form.getByLabel('英文名称').fill('Ningbo Service Outlet');
  await form.getByLabel('编码', { exact: true }).fill('ningbo');
  await form.getByLabel('类型').selectOption('outlet');
  await form.getByLabel('上级机构').selectOption('hq');
  await form.getByLabel('服务等级').selectOption('B');
  await form.getByLabel('日历').selectOption('cn-service');
  await form.getByLabel('城市').fill('宁波');
  await form.getByLabel('电话', { exact: true }).fill('0574 8520 7100');
  expect(await accessibilityFaults(page)).toEqual([]);
  await form.getByRole('button', { name: '保存' }).click();
  await form
    .getByText(/服务站须隶属于营业中的服务中心/)
    .first()
    .waitFor();
  await form.getByLabel('上级机构').selectOption('east');
  await form.getByRole('button', { name: '保存' }).click();
  const card = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: '宁波授权服务站' }) });
  await card.getByText('停用与变更记录').click();
  await card.getByRole('button', { name: '停用机构' }).click();
  expect(await accessibilityFaults(page)).toEqual([]);
  await card.getByRole('button', { name: '确认停用' }).click();
  await card.getByText('已停用', { exact: true }).waitFor();

  await page.goto('/administration/staff?q=li.wei');
  const engineer = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: '李巍' }) });
  await engineer.getByText('缺勤', { exact: true }).click();
  await engineer.getByRole('button', { name: '登记缺勤' }).click();
  await engineer.getByLabel(/^缺勤开始/).fill('2096-11-23T00:00');
  await engineer.getByLabel(/^返岗时间/).fill('2096-11-25T00:00');
  await engineer.getByLabel('原因').fill('培训');
  expect(await accessibilityFaults(page)).toEqual([]);
  await engineer.getByRole('button', { name: '保存' }).click();
  await engineer.getByText('已登记，该时段内没有上门安排。').waitFor();
  await engineer.getByRole('button', { name: /^撤销/ }).click();
  await engineer.getByText('暂无。').waitFor();
  const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  expect(over).toBe(0);
});

it('two who correct the same person change only their own fields, and see what the other changed', async () => {
  const correct = async (login: string) => {
    const page = await pages.openAs(login, '/administration/staff');
    await page.getByLabel('Search').fill('Zhang Jingzhi');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Correct Zhang Jingzhi' }).click();
    return page.getByRole('region', { name: 'Correct Zhang Jingzhi' });
  };
  const record = () => pages.system.database.staff.findUniqueOrThrow({ where: { login: 'zhang.jingzhi' } });
  const regional = await correct('gu.chengan');
  await regional.getByLabel('Telephone').fill('+8613700000001');
  const headquarters = await correct('zhou.huaijin');
  await headquarters.getByLabel('Stock accountant').uncheck();
  await headquarters.getByLabel('E-mail').fill('jingzhi@shuochuan.example');
  await headquarters.getByRole('button', { name: 'Save' }).click();
  await headquarters.waitFor({ state: 'detached' });

  await regional.getByRole('button', { name: 'Save' }).click();
  await regional.getByText(/look at their change/).waitFor();
  await regional.getByText(/^Roles: .*Stock accountant.* → Billing reviewer$/).waitFor();
  expect(await regional.getByLabel('Stock accountant').isChecked()).toBe(false);
  expect(await regional.getByLabel('Telephone').inputValue()).toBe('+8613700000001');
  expect(await accessibilityFaults(regional.page())).toEqual([]);
  await regional.getByRole('button', { name: 'Save' }).click();
  await regional.waitFor({ state: 'detached' });
  const saved = { roles: ['billing-reviewer'], email: 'jingzhi@shuochuan.example' };
  expect(await record()).toMatchObject({ ...saved, phone: '+8613700000001' });

  // A draft that is left keeps what it was written on.
  const later = await correct('gu.chengan');
  await later.getByLabel('Telephone').fill('+8613700000002');
  await later
    .page()
    .waitForFunction(
      "Object.entries(sessionStorage).some(([key, value]) => key.includes('staff-') && value.includes('00002'))",
    );
  const again = await correct('zhou.huaijin');
  await again
    .getByRole('group', { name: 'Repairs these product families' })
    .getByRole('checkbox')
    .first()
    .check();
  await again.getByRole('button', { name: 'Save' }).click();
  await again.waitFor({ state: 'detached' });
  await later.page().reload();
  await later.page().getByRole('button', { name: 'Correct Zhang Jingzhi' }).click();
  await later.getByText(/^Repairs these product families: … → /).waitFor();
  expect(await later.getByLabel('Telephone').inputValue()).toBe('+8613700000002');
  await later.getByRole('button', { name: 'Save' }).click();
  await later.waitFor({ state: 'detached' });
  const { skills, phone } = await record();
  expect({ skills: skills.length, phone }).toEqual({ skills: 1, phone: '+8613700000002' });
});
