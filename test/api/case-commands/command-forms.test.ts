import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import type { CommandForms } from '../../../api/case-commands/forms-schema';
import { PERSON_COMMANDS } from '../../../domain/case/decide';
import { ORDER_PERSON_COMMANDS } from '../../../domain/parts-order/decide';
import type { TestApi } from '../../support/api';
import { companyApi, reader, type Reader } from '../../support/reading';

describe('GET /v1/commands', () => {
  let api: TestApi;
  let engineer: Reader;
  beforeAll(async () => {
    api = await companyApi();
    engineer = await reader(api.app, 'li.wei');
  });
  afterAll(() => api.close());

  const read = (headers = {}) => engineer.get<Static<typeof CommandForms>>('/v1/commands', headers);

  it('has the form of every command that people give, with its roles', async () => {
    const { items } = (await read()).body;
    const typesOf = (wanted: string) =>
      items.flatMap(({ process, type }) => (process === wanted ? [type] : []));
    expect(typesOf('case').sort()).toEqual([...PERSON_COMMANDS].sort());
    expect(typesOf('partsOrder').sort()).toEqual([...ORDER_PERSON_COMMANDS].sort());
    expect(items.find(({ type }) => type === 'arrive')).toMatchObject({
      names: { en: 'record the arrival', zh: '登记到场' },
      permission: 'case.arrive',
      roles: expect.arrayContaining(['repair-engineer']),
    });
  });

  it('tells of each field what to call it and how to fill it in', async () => {
    const dispatch = (await read()).body.items.find(({ type }) => type === 'dispatch');
    expect(dispatch?.schema).toMatchObject({
      required: ['engineerId', 'appointment'],
      properties: {
        engineerId: { 'x-form': { label: { en: 'Engineer', zh: '工程师' }, kind: 'staff' } },
        appointment: {
          properties: {
            to: {
              format: 'date-time',
              'x-form': {
                label: { en: 'Arrives by', zh: '最晚到达' },
                help: { en: 'The engineer arrives by then: a promise', zh: '工程师承诺在此之前到达' },
                kind: 'instant',
              },
            },
          },
        },
        parts: { items: { properties: { partNumber: { 'x-form': { kind: 'part' } } } } },
      },
    });
  });

  it('is read again only when it has changed', async () => {
    const { headers } = await read();
    const again = await engineer.ask('/v1/commands', { 'if-none-match': String(headers.etag) });
    expect([again.status, again.body]).toEqual([304, '']);
  });
});
