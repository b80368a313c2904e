import { Type } from '@sinclair/typebox';
import { STAGES } from '../../domain/case/terms';
import { Bilingual, literals, Nullable } from '../http/schema/common';
import { At } from '../http/schema/paging';

export const CaseProgress = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        stage: literals(STAGES),
        names: Bilingual,
        standing: literals(['passed', 'here', 'ahead', 'skipped'], {
          description: '`skipped`: the case went past it, or ended before it',
        }),
        at: Nullable({ ...At, description: 'When it was entered last' }),
      }),
    ),
  },
  {
    title: 'CaseProgress',
    description: 'The stages of the flow of its type, in order, as the events of the case went through them',
    examples: [
      {
        items: [
          {
            stage: 'registered',
            names: { en: 'registered', zh: '已登记' },
            standing: 'here',
            at: '2026-11-22T01:30:00.000Z',
          },
        ],
      },
    ],
  },
);
