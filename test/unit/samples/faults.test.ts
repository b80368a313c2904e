import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SampleFileError } from '../../../cli/sample/read-file';
import { readCompany } from '../../../cli/sample/read-company';
import { readRequests } from '../../../cli/sample/request-shapes';
import { COMPANY, REQUESTS } from './files';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aftercare-sample-'));
  await cp(COMPANY, folder, { recursive: true });
  await cp(REQUESTS, join(folder, 'requests.json'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Replaces the first such text in a file. */
async function change(file: string, from: string, to: string): Promise<void> {
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
}

describe('a fault in the files of a company', () => {
  it.each([
    ['staff.json', '"repair-engineer"', '"engineer"', /staff\.json:\n {2}row 27 \(stf-027\), roles\.0: must be one of hq-service-manager/],
    ['units.json', '"soldOn": "2', '"soldOn": "32', /units\.json:\n {2}row 1 \(unt-0001\), soldOn: Expected string to match/],
    ['products.json', '"family"', '"famly"', /products\.json:\n {2}row 1 \(SC-22VS\), family: Expected required property/],
    ['customers.json', '"number": "C-000002"', '"number": "C-000001"', /customers\.json, number: "C-000001" appears twice/],
    ['units.json', '"customerId": "cus-0001"', '"customerId": "cus-9999"', /units\.json, unt-0001, customerId: there is no "cus-9999"/],
    ['organisations.json', '"parentId": "east"', '"parentId": "suzhou"', /organisations\.json, sh-pudong, parentId: there is no "suzhou"/],
    ['parts.json', '"quantities": {"hq"', '"quantities": {"chengdu"', /parts\.json, SP-11022, quantities: there is no "chengdu"/],
    ['policies.json', '"calendar": "24x7"', '"calendar": "24x8"', /policies\.json, answer, calendar: there is no "24x8"/],
    ['calendars.json', 'Asia/Shanghai', 'Asia/Shanghay', /calendars\.json, cn-office: definition\.timeZone: "Asia\/Shanghay" is not an IANA/],
    ['part-prices.json', '"partNumber": "SP-11022"', '"partNumber": "SP-99999"', /part-prices\.json, .*, partNumber: there is no "SP-99999"/],
    ['price-lists.json', '"serviceLevel": "C"', '"serviceLevel": "A"', /price-lists\.json, prices-2026-c: prices-2026-a begins at the same instant/],
    ['policies.json', '[', '[,', /policies\.json is not valid JSON/],
  ])('in %s (%s → %s) is told by file, row and field', async (file, from, to, message) => {
    await change(file, from, to);
    const reading = readCompany(folder);
    await expect(reading).rejects.toThrow(SampleFileError);
    await expect(reading).rejects.toThrow(message);
  });
});

describe('a fault in the requests', () => {
  it.each([
    ['"channel": "phone"', '"channel": "fax"', /row 1 \(battery-so90-stage2-alarm\), request\.channel: must be one of phone, email/],
    ['"key": "meridian-service-interval"', '"key": "battery-so90-stage2-alarm"', /the key "battery-so90-stage2-alarm" appears twice/],
    ['"type": "answer"', '"type": "reply"', /story\.\d\.commands\.\d\.type: must be one of identifyCustomer/],
    ['"type": "orderFromSupplier"', '"type": "buy"', /story\.4\.partsOrder\.commands\.0\.type: must be one of reserve, orderFromSupplier/],
    ['"as": "meng.fanxing",\n        "hoursAgo": 5.2,', '"as": "meng.fanxing", "hoursAgo": 5.2, "commands": [] }, { "as": "meng.fanxing", "hoursAgo": 5.2,', /dealer-refrigerant-question, story\.0 has no content/],
    ['"hoursAgo": 5.2', '"hoursAgo": 6.2', /dealer-refrigerant-question, story\.0\.hoursAgo is earlier than the previous step/],
  ])('(%s → %s) is told by row and field', async (from, to, message) => {
    await change('requests.json', from, to);
    await expect(readRequests(join(folder, 'requests.json'))).rejects.toThrow(message);
  });
});
