/** The events of a visit that are the repair's own. */
export type RepairEventType =
  | 'FaultDiagnosed'
  | 'RepeatRepairFound'
  | 'PossibleRepeatFound'
  | 'RepeatRepairAttributed'
  | 'UnitRepaired'
  | 'RepairVerified'
  | 'VerificationFailed';
