import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import { rolesWith, type Permission } from '../../../domain/identity/permissions';
import { PERSON_COMMANDS } from '../../../domain/case/decide';
import type { Role } from '../../../domain/identity/roles';
import type { TestApi } from '../../support/api';
import { aCase } from '../../support/cases';
import { companyApi, reader, type Reader } from '../../support/reading';

describe('The commands of a case', () => {
  let api: TestApi;
  let clerk: Reader;
  let engineer: Reader;
  beforeAll(async () => {
    api = await companyApi();
    clerk = await reader(api.app, 'lu.xinran');
    engineer = await reader(api.app, 'li.wei');
  });
  afterAll(() => api.close());

  const commandsOf = async (by: Reader, number: string) =>
    (await by.get<CaseDetail>(`/v1/cases/${number}`)).body;
  const everFor = (role: Role) =>
    PERSON_COMMANDS.filter((type) => rolesWith(`case.${type}` satisfies Permission).includes(role));

  it('are those that a role of the reader may ever give, at each stage of a repair, and why not now', async () => {
    const it = aCase(api.database).of('cus-0001');
    const steps = [
      () => it,
      () => it.answered(),
      () => it.classified(),
      () => it.dispatched(),
      () => it.arrived(),
      () => it.repaired(),
      () => it.paused(),
    ];
    const codes = new Set<string>();
    for (const step of steps) {
      await step().commit();
      const readers = [
        [clerk, 'enquiry-clerk'],
        ...(it.state.dispatch ? [[engineer, 'repair-engineer'] as const] : []),
      ] as const;
      for (const [by, role] of readers) {
        const { commands, allowedCommands } = await commandsOf(by, it.number);
        expect(commands.map(({ type }) => type)).toEqual(everFor(role));
        expect(commands.filter(({ allowed }) => allowed).map(({ type }) => type)).toEqual(allowedCommands);
        for (const { allowed, why, names } of commands) {
          expect(names.en).not.toBe(names.zh);
          expect(why === null).toBe(allowed);
          if (!why) continue;
          codes.add(why.code);
          expect(why.en).toMatch(/^[\x20-\x7e\u4e00-\u9fff]+\.$/);
          expect(why.zh).toMatch(/\p{Script=Han}/u);
          expect(`${why.en}${why.zh}`).not.toMatch(/[{}]/);
        }
      }
    }
    expect([...codes]).toEqual(
      expect.arrayContaining(['CASE.WRONG_STAGE', 'CASE.PAUSED', 'COMMAND.POINTLESS']),
    );
  });

  it('say of a case that has ended that it can no longer be changed', async () => {
    const it = await aCase(api.database).of('cus-0001').answered().cancelled().commit();
    const { commands } = await commandsOf(clerk, it.number);
    expect(new Set(commands.map(({ why }) => why?.code))).toEqual(new Set(['CASE.ENDED']));
  });
});
