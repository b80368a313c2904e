export * from './trip-commands';
import type { CaseCommand, CaseCommandData } from '../../../../domain/case/commands';

/** A repair that has yet to be tested. */
export const repairUntested = (): CaseCommand => ({
  type: 'repair',
  data: { fault: 'no torque', cause: 'worn capacitor', work: 'replaced it' },
});
export const TEST = {
  method: 'ran an hour under load',
  readings: [{ what: 'discharge pressure', value: '7.2 bar' }],
  witnessedBy: 'Chen',
};
export const verify = (data: Partial<CaseCommandData['verify']> = {}): CaseCommand => ({
  type: 'verify',
  data: { outcome: 'passed', ...TEST, ...data },
});
export const verifyFailed = (): CaseCommand =>
  verify({ outcome: 'failed', note: 'The pressure falls after ten minutes.' });
