import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCompany } from '../../../cli/sample/load-company';
import type { CustomerDetail } from '../../../api/customers/schema';
import type { EntitlementRuleView } from '../../../api/entitlement/rule-schema';
import type { ProductView } from '../../../api/units/product-schema';
import type { Static } from '@sinclair/typebox';
import type { TestApi } from '../../support/api';
import { companyApi, reader, type Reader } from '../../support/reading';

/** Each test has files and registers of its own. */
describe('A company that is imported again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aftercare-import-'));
  let api: TestApi;
  let manager: Reader;
  beforeEach(async () => {
    cpSync('samples/company', folder, { recursive: true, force: true });
    api = await companyApi();
    manager = await reader(api.app, 'zhou.huaijin');
  });
  afterEach(() => api.close());
  afterAll(() => rmSync(folder, { recursive: true }));

  const imported = () => loadCompany(api.database, folder, 'aftercare', 'import');
  /** Replaces text in a file of the company, once. */
  function edit(file: string, text: string, by: string): void {
    const path = join(folder, `${file}.json`);
    const content = readFileSync(path, 'utf8');
    expect(content).toContain(text);
    writeFileSync(path, content.replace(text, by));
  }
  const editRule = (id: string, text: string, by: string): void => {
    const path = join(folder, 'entitlement-rules.json');
    const lines = readFileSync(path, 'utf8').split('\n');
    writeFileSync(
      path,
      lines.map((line) => (line.includes(`"${id}"`) ? line.replace(text, by) : line)).join('\n'),
    );
  };
  const rules = async () =>
    (await manager.get<{ items: EntitlementRuleView[] }>('/v1/entitlement-rules')).body.items;
  const rule = async (id: string) => (await rules()).find((one) => one.id === id);
  const product = async (code: string) =>
    (await manager.get<{ items: ProductView[] }>('/v1/products')).body.items.find((one) => one.code === code);
  const customer = async (id: string) =>
    (await manager.get<Static<typeof CustomerDetail>>(`/v1/customers/${id}`)).body;

  it('changes nothing where the files are the same', async () => {
    const before = [await rules(), await product('SC-75F'), await customer('cus-0001')];
    await imported();
    expect([await rules(), await product('SC-75F'), await customer('cus-0001')]).toEqual(before);
  });

  it('raises an entitlement rule that the files end or name otherwise, on record, and no other (R6)', async () => {
    const before = Date.now();
    editRule('wear-oils', '"effectiveTo": null', '"effectiveTo": "2030-12-31"');
    await imported();
    editRule('wear-oils', '"nameEn": "Oils"', '"nameEn": "Oils and coolants"');
    await imported();

    const changed = await rule('wear-oils');
    expect(changed).toMatchObject({
      version: 3,
      nameEn: 'Oils and coolants',
      effectiveTo: '2030-12-31',
      changes: [
        { version: 2, nameEn: 'Oils', effectiveTo: '2030-12-31', by: 'import' },
        { version: 3, nameEn: 'Oils and coolants', effectiveTo: '2030-12-31', by: 'import' },
      ],
    });
    for (const { at } of changed?.changes ?? []) {
      expect(Date.parse(at)).toBeGreaterThanOrEqual(before);
      expect(Date.parse(at)).toBeLessThanOrEqual(Date.now());
    }
    expect(await rule('wear-belts')).toMatchObject({ version: 1, changes: [] });
  });

  it('raises a unit that differs, on record, and leaves an installation day that the files do not know (R6)', async () => {
    const open = await api.database.unit.findFirstOrThrow({ where: { installedOn: null } });
    const installedOn = new Date('2026-11-03');
    await api.database.unit.update({ where: { id: open.id }, data: { installedOn } });
    const before = await api.database.unit.findUniqueOrThrow({ where: { id: 'unt-0001' } });
    edit('units', `"soldOn": "${before.soldOn.toISOString().slice(0, 10)}"`, '"soldOn": "2021-03-29"');
    await imported();
    expect((await manager.get(`/v1/units/${before.id}`)).body).toMatchObject({
      soldOn: '2021-03-29',
      version: 2,
    });
    expect((await manager.get(`/v1/units/${before.id}/changes`)).body).toMatchObject({
      items: [{ version: 2, by: 'import', soldOn: '2021-03-29' }],
    });
    expect(await api.database.unit.findUniqueOrThrow({ where: { id: open.id } })).toMatchObject({
      installedOn,
      version: 1,
    });
  });

  it('tells whoever has read a rule before that it has changed since', async () => {
    editRule('wear-separators', '"effectiveTo": null', '"effectiveTo": "2031-12-31"');
    await imported();
    const late = await manager.send(
      'PATCH',
      '/v1/entitlement-rules/wear-separators',
      { 'if-match': '"1"' },
      {
        nameEn: 'Separators',
      },
    );
    expect([late.status, late.body.code]).toEqual([412, 'RESOURCE.STALE']);
  });

  it('takes over a rule from the one before it on one day', async () => {
    editRule('wear-desiccant', '"effectiveTo": null', '"effectiveTo": "2031-12-31"');
    edit(
      'entitlement-rules',
      '[\n',
      '[\n  {"id": "wear-desiccant-2", "kind": "wear-part", "value": "SP-81001", "nameEn": "Alumina", "nameZh": "氧化铝", "effectiveFrom": "2032-01-01", "effectiveTo": null},\n',
    );
    await imported();
    expect([await rule('wear-desiccant'), await rule('wear-desiccant-2')]).toMatchObject([
      { version: 2, effectiveTo: '2031-12-31' },
      { version: 1, effectiveFrom: '2032-01-01', changes: [] },
    ]);
  });

  const BELTS_LATER =
    '{"id": "wear-belts-2", "kind": "wear-part", "value": "SP-53022", "nameEn": "Belts", "nameZh": "皮带", "effectiveFrom": "2032-01-01", "effectiveTo": null}';

  it.each([
    [
      'what a rule is about',
      () => editRule('wear-belts', 'SP-53022', 'SP-53023'),
      'wear-belts already exists',
    ],
    [
      'since when it holds',
      () => editRule('wear-belts', '"effectiveFrom": "2019-01-01"', '"effectiveFrom": "2020-01-01"'),
      'wear-belts already exists',
    ],
    [
      'its end, to before its beginning',
      () => editRule('wear-belts', '"effectiveTo": null', '"effectiveTo": "2018-12-31"'),
      'wear-belts: effectiveTo lies before effectiveFrom',
    ],
    [
      'days that another rule has, in the files',
      () => edit('entitlement-rules', '[\n', `[\n  ${BELTS_LATER},\n`),
      'wear-belts: wear-belts-2 is about SP-53022 on some of these days',
    ],
  ])('that would rewrite %s is refused whole', async (_what, change, told) => {
    const before = [await rules(), await customer('cus-0001')];
    change();
    edit('customers', '澜汀', '兰亭');
    await expect(imported()).rejects.toThrow(told);
    expect([await rules(), await customer('cus-0001')]).toEqual(before);
  });

  it('that would take days from a rule that was entered meanwhile is refused whole', async () => {
    const hoses = {
      kind: 'wear-part',
      value: 'SP-63*',
      nameEn: 'Hoses',
      nameZh: '油管',
      effectiveFrom: '2040-01-01',
    };
    expect(
      (await manager.send('POST', '/v1/entitlement-rules', {}, { id: 'wear-hoses', ...hoses })).status,
    ).toBe(201);
    const before = await rules();
    edit(
      'entitlement-rules',
      '[\n',
      `[\n  ${JSON.stringify({ id: 'wear-tubes', ...hoses, effectiveTo: null })},\n`,
    );
    await expect(imported()).rejects.toThrow(
      'Rule wear-hoses already covers SP-63* for part of this period.',
    );
    expect(await rules()).toEqual(before);
  });

  it('raises a product and a customer that the files change, so that nobody overwrites that unseen', async () => {
    const [before, asked] = [await product('SO-90'), await customer('cus-0002')];
    edit('products', before?.nameEn ?? '', 'Renamed compressor');
    edit('customers', asked.name, '改名有限公司');
    await imported();
    expect(await product('SO-90')).toMatchObject({ nameEn: 'Renamed compressor', version: 2 });
    expect(await customer('cus-0002')).toMatchObject({ name: '改名有限公司', version: asked.version + 1 });
    expect(await customer('cus-0003')).toMatchObject({ version: 1 });
  });

  it('is refused whole where a price of its files begins when another of the register does (R7)', async () => {
    const { id, ...price } = await api.database.partPrice.findFirstOrThrow({
      where: { partNumber: 'SP-11022' },
    });
    const effectiveFrom = new Date('2096-01-01T00:00:00Z');
    await api.database.partPrice.create({ data: { ...price, id: 'ours', effectiveFrom } });
    edit('part-prices', '2026-01-01T00:00:00+08:00', effectiveFrom.toISOString());
    edit('products', '"nameEn": "', '"nameEn": "New ');
    const before = await product('SC-22VS');

    await expect(imported()).rejects.toThrow(
      /^part-prices\.json: The price ours of SP-11022 \(CNY\) also takes effect at/,
    );

    expect(await api.database.partPrice.findUniqueOrThrow({ where: { id } })).toMatchObject(price);
    expect(await product('SC-22VS')).toEqual(before);
  });
});
