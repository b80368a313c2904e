import { Type } from '@sinclair/typebox';
import { CAUSE_CATEGORIES } from '../../domain/case/flows/repair/facts';
import type { Routes } from '../context';
import { oneOf } from '../http/one-of';
import { Bilingual, literals, Nullable, PROBLEMS } from '../http/schema/common';

const DiagnosisCodes = Type.Object(
  {
    faults: Type.Array(
      Type.Object(
        {
          code: Type.String(),
          name: Bilingual,
          productFamily: Nullable(
            Type.String({ description: 'Offered for units of this family; null: for all' }),
          ),
        },
        { title: 'FaultCode' },
      ),
    ),
    causes: Type.Array(
      Type.Object(
        {
          code: Type.String(),
          name: Bilingual,
          category: literals(CAUSE_CATEGORIES, { description: 'Decides who pays' }),
        },
        { title: 'CauseCode' },
      ),
    ),
  },
  {
    title: 'DiagnosisCodes',
    examples: [
      {
        faults: [{ code: 'leak', name: { en: 'leak', zh: '泄漏' }, productFamily: null }],
        causes: [{ code: 'wear-out', name: { en: 'worn out', zh: '磨损' }, category: 'wear' }],
      },
    ],
  },
);

/** The codes that a diagnosis chooses from (R14): those in force in the registers of this company. */
export const diagnosisCodes: Routes = (app, { database }) => {
  app.get(
    '/v1/diagnosis-codes',
    {
      config: { permission: 'code.read' },
      schema: {
        operationId: 'listDiagnosisCodes',
        tags: ['operations'],
        summary: 'Fault codes and cause codes in force, with their names in both languages',
        response: { 200: DiagnosisCodes, ...PROBLEMS },
      },
    },
    async () => {
      const where = { active: true };
      const orderBy = { code: 'asc' } as const;
      const [faults, causes] = await Promise.all([
        database.faultCode.findMany({ where, orderBy }),
        database.causeCode.findMany({ where, orderBy }),
      ]);
      return {
        faults: faults.map(({ code, nameEn, nameZh, productFamily }) => ({
          code,
          name: { en: nameEn, zh: nameZh },
          productFamily,
        })),
        causes: causes.map(({ code, nameEn, nameZh, category }) => ({
          code,
          name: { en: nameEn, zh: nameZh },
          category: oneOf(CAUSE_CATEGORIES, category),
        })),
      };
    },
  );
  return Promise.resolve();
};
