import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serialKey } from '../../../domain/text/serial';
import { refuseTakenSerials, sharedSerials } from '../../../cli/sample/serial-conflicts';
import { readCompany } from '../../../cli/sample/read-company';
import type { Reader } from '../../support/reading';
import { aRequest, LANTING, sendAndStart } from '../../support/requests';
import { startSystem, type TestSystem } from '../../support/system';

/** LANTING's unit as people write its number. */
const SPELLINGS = [
  'sc75f-2103-0351',
  'SC75F\u20132103\u20130351',
  'SC75F\u20142103\u20140351',
  'SC75F\u22122103\u22120351',
  'SC75F\u20102103\u20100351',
  'SC75F\u20112103\u20110351',
  'SC75F 2103 0351',
  'SC75F21030351',
  'SC75F-2103-0351\u200b',
  '\u200eSC75F-2103-0351',
  'SC75F-2103-\u00ad0351',
  'ＳＣ７５Ｆ－２１０３－０３５１',
  ' SC75F-2103-0351 ',
];

describe('a serial number in any spelling is that unit’s', () => {
  let system: TestSystem;
  let clerk: Reader;
  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
  });
  afterAll(() => system.close());

  const unitsOf = async (serial: string): Promise<string[]> => {
    const url = `/v1/units?serial=${encodeURIComponent(serial)}`;
    const { body } = await clerk.get<{ items: { serial: string }[] }>(url);
    return body.items.map((unit) => unit.serial);
  };

  it.each(SPELLINGS)('in the register: %j', async (spelling) => {
    expect(await unitsOf(spelling)).toEqual([LANTING.unitSerial]);
  });

  it.each(SPELLINGS.slice(1, 3))('of a request: %j', async (unitSerial) => {
    const { body } = await sendAndStart(clerk, aRequest({ unitSerial }));
    expect(body).toMatchObject({ unit: { serial: LANTING.unitSerial } });
  });

  it('by the same key in PostgreSQL as in the rules, whatever character stands in it', async () => {
    const rows = await system.database.$queryRaw<{ code: number; key: string }[]>`
      SELECT n AS code, serial_key('a' || chr(n) || 'Z') AS key
      FROM generate_series(1, 917999) AS n WHERE n NOT BETWEEN 55296 AND 57343 AND (n < 66000 OR n % 97 = 0 OR n >= 917504)
        AND unicode_assigned(chr(n))`;
    // A character that only one of the two knows yet may have a plain form for it.
    const known = rows.filter(({ code }) => !/\p{Cn}/u.test(String.fromCodePoint(code)));
    const apart = known.filter(
      ({ code, key }) => key.toUpperCase() !== serialKey(`a${String.fromCodePoint(code)}Z`),
    );
    expect(apart.map(({ code }) => code.toString(16))).toEqual([]);
  });

  it('of one unit alone: another cannot be entered under it, and the row is named', async () => {
    const company = await readCompany('samples/company');
    const [first] = company.units;
    if (!first) throw new Error('the sample has no unit');
    const twin = { ...first, id: 'unt-twin', serial: first.serial.replaceAll('-', '') };
    await expect(refuseTakenSerials(system.database, { ...company, units: [twin] })).rejects.toThrow(
      /row 1 \(unt-twin\), serial: .* is the serial number of unit/,
    );
    await expect(
      system.database.unit.create({
        data: {
          id: twin.id,
          serial: twin.serial,
          productCode: first.productCode,
          customerId: first.customerId,
          soldOn: new Date('2024-01-01'),
          address: 'x',
        },
      }),
    ).rejects.toThrow(/[Uu]nique/);
  });

  it('is asked for in full where two units share it from before', async () => {
    const { productCode, customerId, soldOn, address } = await system.database.unit.findFirstOrThrow();
    const old = { productCode, customerId, soldOn, address, serialShared: true };
    await system.database.unit.createMany({
      data: [
        { id: 'unt-old-1', serial: 'OLD-1-23', ...old },
        { id: 'unt-old-2', serial: 'OLD-12-3', ...old },
      ],
    });
    expect(await unitsOf('old 123')).toEqual(['OLD-1-23', 'OLD-12-3']);
    expect(await sharedSerials(system.database)).toEqual([
      'unit unt-old-1: OLD-1-23',
      'unit unt-old-2: OLD-12-3',
    ]);
    const request = await sendAndStart(clerk, aRequest({ unitSerial: 'OLD123' }));
    expect(request.body).toMatchObject({ unit: null });
  });
});
