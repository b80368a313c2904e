type Name = 'dispatched' | 'closed' | 'overdue' | 'southern';

const NEXT_WEEK = '2026-11-23T00:00:00Z';

/** Filters of the case list, and the cases of the world that each finds at headquarters; those of `mine`, at the desk of the east. */
export const CASE_FILTERS: readonly (readonly [string, readonly Name[]])[] = [
  ['open=true', ['southern', 'overdue', 'dispatched']],
  ['open=false', ['closed']],
  ['mine=true', ['overdue']],
  ['mine=false&regionId=east', ['closed', 'dispatched']],
  ['engineerId=stf-027', ['dispatched']],
  ['engineerId=me', []],
  ['organisationId=sh-pudong', ['dispatched']],
  ['organisationId=south', ['southern']],
  ['productCode=SC-75F', ['dispatched']],
  ['productFamily=oil-injected-screw', ['dispatched']],
  ['warranty=unknown&warranty=in-warranty', ['southern', 'overdue', 'closed']],
  ['warranty=out-of-warranty', ['dispatched']],
  [`closedFrom=2026-11-16T00:00:00Z&closedTo=${NEXT_WEEK}`, ['closed']],
  [`closedFrom=${NEXT_WEEK}`, []],
  ['dueBefore=2026-11-16T06:00:00Z', ['dispatched']],
  ['dueFrom=2096-01-01T00:00:00Z', []],
  ['phone=151%2F2447%2F4580', ['southern', 'closed', 'dispatched']],
  ['phone=13927211722', ['overdue']],
  ['firstTimeFix=true', []],
  ['repeat=true', []],
  ['repeat=false&open=false', ['closed']],
];
