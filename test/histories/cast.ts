import type { CaseCommand } from '../../domain/case/commands';
import type { Actor } from '../../domain/identity/actor';
import type { Role } from '../../domain/identity/roles';
import type { Step } from './story';

// Whom the stories have in common, and how they begin and end.

export const staff = (id: string, role: Role, organisationId = 'east'): Actor => ({
  kind: 'staff',
  id,
  name: id,
  roles: [role],
  organisationId,
});
export const clerk = staff('clerk', 'enquiry-clerk');
export const director = staff('director', 'centre-director');

export const by = (actor: Actor, ...give: CaseCommand[]) => ({ by: actor, give });
export const none: Record<string, never> = {};

export const answered = by(clerk, { type: 'answer', data: { text: 'We are on it' } });
export const classified = (requestType: 'repair' | 'consultation'): Step =>
  by(clerk, { type: 'classify', data: { requestType, priority: 'normal', symptom: '不启动' } });
export const appointmentIn = (year: number) => ({ from: `${year}-01-01T00:00:00.000Z`, to: `${year}-01-01T04:00:00.000Z` });
export const cancelled = by(director, { type: 'cancel', data: { reason: 'customer mended it' } });
