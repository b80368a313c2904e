import type { CaseCommand } from '../../../../domain/case/commands';
import { diagnose } from './commands';

/** Another fault was repaired on the unit, ten days ago. */
export const diagnosePossibleRepeat = (): CaseCommand =>
  diagnose({
    history: {
      earlier: [],
      otherFaults: [
        {
          caseNumber: 'AS-2026-000080',
          repairedAt: '2026-10-24T02:00:00.000Z',
          fault: { code: 'F-09', nameEn: 'overheats', nameZh: '过热' },
        },
      ],
      repeatWithinDays: 90,
    },
  });
