import type { CaseCommand, CaseCommandData } from '../../domain/case/commands';
import type { PartLine, UnitFacts } from '../../domain/case/facts';
import type { RepairHistory } from '../../domain/case/flows/repair/facts';
import type { Actor } from '../../domain/identity/actor';
import type { Role } from '../../domain/identity/roles';
import type { OrderCommand } from '../../domain/parts-order/commands';
import type { Step } from './story';

// Actors common to the stories, with their first and last steps.

export const staff = (id: string, role: Role, organisationId = 'east'): Actor => ({
  kind: 'staff',
  id,
  name: id,
  roles: [role],
  organisationId,
});
export const clerk = staff('clerk', 'enquiry-clerk');
export const director = staff('director', 'centre-director');
/** Customer of the cases in all stories. */
export const customer: Actor = { kind: 'customer', id: 'customer-1', name: '华东机械' };

/** Entered in the register, and not installed yet. */
export const newUnit: UnitFacts = {
  id: 'unit-1',
  serial: 'SC-75-0001',
  productCode: 'SC-75',
  productNameEn: 'Screw compressor',
  productNameZh: '螺杆空压机',
  warranty: 'in-warranty',
};

export const by = (actor: Actor, ...give: CaseCommand[]) => ({ by: actor, give });
export const toOrder = (actor: Actor, ...tell: OrderCommand[]) => ({ by: actor, tell });
export const none: Record<string, never> = {};

export const answered = by(clerk, { type: 'answer', data: { text: 'We are on it' } });
export const classified = (requestType: 'repair' | 'consultation'): Step =>
  by(clerk, { type: 'classify', data: { requestType, priority: 'normal', symptom: '不启动' } });
export const appointmentIn = (year: number) => ({ from: `${year}-01-01T00:00:00.000Z`, to: `${year}-01-01T04:00:00.000Z` });
export const repair: CaseCommand = { type: 'repair', data: { fault: 'no start', cause: 'fuse', work: 'replaced', verification: 'ran 30 min' } };
export const reportWith = (more: Partial<CaseCommandData['report']> = {}): CaseCommand => ({
  type: 'report',
  data: {
    labourMinutes: 60,
    travelMinutes: 30,
    labourCostCents: 20_000,
    travelCostCents: 5_000,
    partsCostCents: 12_800,
    currency: 'CNY',
    signedBy: '李',
    ...more,
  },
});
export const report = reportWith();
export const diagnosis = (...parts: PartLine[]) => diagnosisAfter({ earlier: [], repeatWithinDays: 90 }, ...parts);
export const diagnosisAfter = (history: RepairHistory, ...parts: PartLine[]): CaseCommand => ({
  type: 'diagnose',
  data: {
    fault: { code: 'no-start', nameEn: 'does not start', nameZh: '无法启动' },
    cause: { code: 'wear-out', nameEn: 'worn out', nameZh: '正常磨损', category: 'wear' },
    finding: 'contactor burnt',
    plan: 'replace it',
    parts,
    history,
  },
});
export const resolvedRemotely = by(clerk, { type: 'resolveRemotely', data: { resolution: 'Explained' } });
export const surveyed = by(clerk, { type: 'recordSurvey', data: { productScore: 5, serviceScore: 4 } });
export const revisited = by(clerk, { type: 'recordRevisit', data: { outcome: 'satisfied', note: 'runs well' } });
export const closed = by(clerk, { type: 'close', data: none });
export const cancelled = by(director, { type: 'cancel', data: { reason: 'customer mended it' } });
