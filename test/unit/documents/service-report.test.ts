import { describe, expect, it } from '@jest/globals';
import { isDrawable } from '../../../documents/pdf/drawable';
import { renderServiceReport } from '../../../documents/service-report/render';
import { WARRANTY_STATES } from '../../../domain/entitlement/terms';
import { LANGUAGES } from '../../../domain/bilingual';
import { codesIn } from '../domain/support/codes';
import { aJpeg, aPalette, aPng, aPngOf, aTransparency, aWebp } from '../../support/files';
import { pdfPages } from '../../support/pdf-text';
import { aReportView } from '../../support/report-view';

const squeezed = (text: string): string => text.replace(/\s+/g, '');
/** As the registers have them. */
const ENGLISH_NAMES = {
  customer: { ...aReportView().customer, nameEn: 'Suzhou Jinghe Electronics' },
  engineerEn: 'Qian Junfeng',
};
const readBack = async (...given: Parameters<typeof aReportView>) => {
  const pages = await pdfPages(await renderServiceReport(aReportView(...given)));
  return { pages, text: squeezed(pages.map(({ text }) => text).join('')) };
};

describe('The service report on paper (R18)', () => {
  it('says in Chinese all that the report holds', async () => {
    const { text, pages } = await readBack();
    for (const words of [
      '售后服务报告单',
      '朔川空气系统客户服务部',
      'AS-2026-000047-R1',
      '苏州晶禾电子有限公司',
      '无油螺杆空压机',
      'SO90-2508-0387',
      '2026年11月22日12:02',
      '2026年11月22日14:10',
      '2026年11月22日15:41',
      '空气滤芯堵塞',
      '维修验证',
      '连续运行 30 分钟',
      '排气温度：182 ℃',
      '客户见证人：陶冉',
      '此前未通过验证的维修：1 次',
      'AF-26-11873',
      'TV-0091,TV-0092',
      '90分钟',
      '2026年11月22日13:30',
      '2026年11月22日15:50',
      'CNY280.00/小时',
      'CNY210.00',
      'CNY182.00',
      '税额（13%）',
      'CNY50.96',
      'CNY442.96',
      'AS-2026-000047-I1',
      '铭牌.jpg(att-1)',
      '签字人：陶冉',
      '签字确认第1版',
      '第2版：顾承安',
      '备注：无→建议每月清洁冷却器一次。',
      '保修期内',
      '第1页，共',
    ])
      expect(text).toContain(squeezed(words));
    expect(pages.reduce((sum, { images }) => sum + images, 0)).toBe(1);
  });

  it('says nothing to a customer of what it costs the company, and to those who may read it all', async () => {
    const costs = ['CNY300.00', 'CNY80.00', 'CNY450.00', 'CNY830.00', 'CNY540.00', '内部'];
    const { text } = await readBack();
    for (const cost of costs) expect(text).not.toContain(cost);
    const { text: internal } = await readBack({ audience: 'internal' });
    for (const cost of [...costs, '备件费：CNY540.00→CNY450.00']) expect(internal).toContain(cost);
  });

  it('says which visit its cost is of, where there were others', async () => {
    const internal = { audience: 'internal', ofVisits: { visit: 2, visits: 3 } } as const;
    expect((await readBack(internal)).text).toContain('以上仅为第2次上门的成本（本服务单共上门3次）');
    const { text } = await readBack({ ...internal, language: 'en' });
    expect(text).toContain(
      squeezed('Cost of visit 2 of 3 only. The other visits of this case have their own'),
    );
    expect((await readBack({ ...internal, ofVisits: { visit: 1, visits: 1 } })).text).not.toContain(
      '以上仅为',
    );
    expect((await readBack({ ofVisits: internal.ofVisits })).text).not.toContain('以上仅为');
  });

  it('tells no amendment that is of costs alone', async () => {
    const changes = [{ field: 'partsCostCents', from: 54_000, to: 45_000 }] as const;
    const amendments = [
      { version: 2, at: '2026-11-23T01:20:00.000Z', by: '顾承安', reason: '备件价格录入错误', changes },
    ];
    expect((await readBack({ amendments })).text).not.toContain('更正');
    expect((await readBack({ amendments, audience: 'internal' })).text).toContain('更正原因');
    expect((await readBack()).text).not.toContain('更正原因');
  });

  it('lists what was done free of charge in warranty, and says where nothing is charged', async () => {
    const { text } = await readBack({ charges: { kind: 'free' } });
    for (const words of ['人工90分钟免费', '差旅40分钟免费', '空气滤芯SP-120901件免费', '免费提供'])
      expect(text).toContain(words);
    expect((await readBack({ charges: { kind: 'none' } })).text).toContain('本单不收取费用');
  });

  it('says it in English', async () => {
    const { text } = await readBack({ language: 'en', ...ENGLISH_NAMES });
    for (const words of [
      'Service Report',
      'Shuochuan Air Systems, Customer Service Department',
      'Oil-free screw compressor SO-90',
      'Part no.',
      'Verification',
      'Witnessed by: Tao Ran (陶冉)',
      'Signed by: Tao Ran (陶冉)',
      'SP-12090 空气滤芯',
      'Version 2: Gu Chengan (顾承安)',
      'Qian Junfeng (钱俊峰)',
      'Suzhou Jinghe Electronics (苏州晶禾电子有限公司)',
      'Earlier repairs that did not pass: 1',
      '22 Nov 2026, 12:02',
      '90 min',
      'CNY 442.96',
      'What you pay',
      'Signed for version 1',
      'Page 1 of',
    ])
      expect(text).toContain(squeezed(words));
    expect(text).not.toContain('报告单');
  });

  it.each(LANGUAGES.flatMap((language) => WARRANTY_STATES.map((warranty) => ({ language, warranty }))))(
    'has no code on it, and names its time zone ($language, $warranty)',
    async ({ language, warranty }) => {
      const { pages } = await readBack({ language, warranty });
      const text = pages.map((page) => page.text).join('\n');
      expect(codesIn(text)).toEqual([]);
      expect(text).not.toContain('Asia/Shanghai');
      expect(text).toContain(language === 'zh' ? '时间均为中国标准时间' : 'Times in China Standard Time');
    },
  );

  it('goes on over pages where there is much to say, and loses none of it', async () => {
    const { report } = aReportView();
    const work = Array.from(
      { length: 120 },
      (_, n) => `第${n + 1}步：拆检并清洗冷却器翅片，逐项测量温度。`,
    ).join('');
    const partsUsed = Array.from({ length: 60 }, (_, n) => ({
      partNumber: `SP-${n}`,
      name: '备件名称',
      quantity: 100,
      serialNumbers: Array.from(
        { length: n === 0 ? 100 : 1 },
        (_unused, m) => `S${n}-${m}-${'x'.repeat(60)}`,
      ),
    }));
    const { pages, text } = await readBack({
      report: { ...report, work, partsUsed, remarks: 'a'.repeat(5_000) },
    });
    expect(pages.length).toBeGreaterThan(5);
    expect(text).toContain('第120步');
    for (const { partNumber, serialNumbers } of partsUsed)
      for (const words of [partNumber, serialNumbers.at(-1) ?? '']) expect(text).toContain(words);
    expect(
      pages.every(({ text: page }, n) => squeezed(page).includes(`第${n + 1}页，共${pages.length}页`)),
    ).toBe(true);
    expect(text.match(/备件编号/g)?.length).toBeGreaterThan(2);
  });

  it('keeps a short report on one page, and says no code twice', async () => {
    const { report, verification: _test, unit, signatureImage: _image, ...view } = aReportView();
    const { photos: _photos, remarks: _remarks, signature: _signature, ...short } = report;
    const name = { en: 'SO-90 oil-free screw compressor', zh: 'SO-90 无油螺杆空压机' };
    const paper = await renderServiceReport({
      ...view,
      report: short,
      amendments: [],
      version: 1,
      ...(unit && { unit: { ...unit, name } }),
    });
    const pages = await pdfPages(paper);
    expect(pages).toHaveLength(1);
    expect(pages[0]?.text.match(/SO-90\b(?!-)/g)).toHaveLength(1);
  });

  it('reads a change of currency in the currency of its time', async () => {
    const { report } = aReportView();
    const changes = [
      { field: 'partsCostCents', from: 45_000, to: 6_300 },
      { field: 'currency', from: 'CNY', to: 'USD' },
    ] as const;
    const [amendment] = aReportView().amendments;
    if (!amendment) throw new Error('no amendment');
    const { text } = await readBack({
      audience: 'internal',
      report: { ...report, currency: 'USD' },
      amendments: [amendment, { ...amendment, version: 3, changes }],
      version: 3,
    });
    expect(text).toContain('CNY540.00→CNY450.00');
    expect(text).toContain('CNY450.00→USD63.00');
  });

  it('is the same file for the same content', async () => {
    const [first, second] = [
      await renderServiceReport(aReportView()),
      await renderServiceReport(aReportView()),
    ];
    expect(first.equals(second)).toBe(true);
  });

  it('names the file of a signature that cannot be drawn, and needs none', async () => {
    const damaged = await readBack({ signatureImage: aPng().subarray(0, 60) });
    expect(damaged.text).toContain('签名存档文件：signature.png(att-3)');
    const {
      signature: _signature,
      photos: _photos,
      partsUsed: _parts,
      remarks: _remarks,
      ...report
    } = aReportView().report;
    const { signatureImage: _image, unit: _unit, engineer: _engineer, ...bare } = aReportView();
    const plain = await pdfPages(await renderServiceReport({ ...bare, report, amendments: [], version: 1 }));
    expect(squeezed(plain[0]?.text ?? '')).toContain('未使用备件。');
    expect(plain[0]?.text).not.toContain('签名');
  });
});

describe('An image of a signature', () => {
  const flipped = (bytes: Buffer, at: number): Buffer => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 0xff;
    return copy;
  };
  it.each([
    ['a PNG', aPng(), true],
    ['a JPEG', aJpeg(), true],
    ['a JPEG cut off before its frame', aJpeg().subarray(0, 14), false],
    ['a JPEG that has no size', aJpeg().fill(0, aJpeg().length - 14, aJpeg().length - 10), false],
    ['a JPEG by its signature alone', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), false],
    ['a WebP', aWebp(), false],
    ['a PNG cut off', aPng().subarray(0, 80), false],
    ['a PNG whose pixels are damaged', flipped(aPng(), 50), false],
    ['a PNG that says it is larger than it is', flipped(aPng(), 22), false],
    ['a PNG larger than any signature', aPng({ width: 2_001, height: 1_000 }), false],
    ['nothing', Buffer.alloc(0), false],
    ['a PNG of a depth that there is not', aPngOf(2, 4), false],
    ['a palette of a PNG that has none', aPngOf(3, 4), false],
    ['a transparent palette of four bits', aPngOf(3, 4, aPalette(), aTransparency()), false],
  ])('%s is drawn or not', (_name, bytes, expected) => {
    expect(isDrawable(bytes)).toBe(expected);
  });

  it.each([
    ...[1, 2, 4, 8, 16].map((depth) => ['grey', depth, aPngOf(0, depth)] as const),
    ...[1, 2, 4, 8].map((depth) => ['a palette', depth, aPngOf(3, depth, aPalette())] as const),
    ['a transparent palette', 8, aPngOf(3, 8, aPalette(), aTransparency())] as const,
    ...[8, 16].flatMap((depth) =>
      [2, 4, 6].map((colour) => [`colour type ${colour}`, depth, aPngOf(colour, depth)] as const),
    ),
  ])('a PNG of %s with %i bits is drawn on the paper', async (_colour, _depth, signatureImage) => {
    expect(isDrawable(signatureImage)).toBe(true);
    const pdf = await renderServiceReport(aReportView({ signatureImage }));
    expect(pdf.toString('latin1')).toContain('/Width 33');
    const { text } = await readBack({ signatureImage });
    expect(text).not.toContain('签名存档文件');
  });
});
