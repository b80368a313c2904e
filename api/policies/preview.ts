import { parseCalendar } from '../../domain/clock/calendar';
import { FACT_NAMES, type ClockFacts } from '../../domain/clock/record';
import { previewPromise, type PromisePreview } from '../../domain/clock/preview';
import type { ClockPolicy } from '../../domain/clock/policy';
import { NoPolicyError, versionIn, type CalendarRow } from '../../activities/projections/calendars';
import { clockPolicyOf } from '../../activities/projections/policies';
import type { Database } from '../../platform/database';
import { readInstant } from '../http/instants';
import { ApiError } from '../http/problems';
import { readDefinition } from './calendar-definition';
import type { PreviewQuestion, Promised } from './preview-schema';
import { builtInRows } from './view';

/** Id of the draft among the saved policies: none of theirs may be empty. */
const DRAFT = '';

/** Computes a promise as it runs now, and under a draft. @throws {ApiError} naming the field of the draft. */
export async function previewDraft(
  database: Database,
  question: PreviewQuestion,
): Promise<{ readonly before: Promised | null; readonly after: Promised | null }> {
  const rows = await database.clockPolicy.findMany({ where: { clock: question.clock } });
  const calendars = await database.calendar.findMany({ orderBy: { effectiveFrom: 'desc' } });
  const saved = [...rows, ...builtInRows(rows)].map(clockPolicyOf);
  const facts = factsOf(question);
  const started = { clock: question.clock, facts, startAt: readInstant(question.startAt, 'startAt') };
  const drafted = withCalendar(calendars, question.calendar);
  const draft = policyOf(question, facts, drafted);
  return {
    before: shown(previewPromise(started, saved, calendarAt(calendars))),
    after: shown(previewPromise(started, draft ? [...saved, draft] : saved, calendarAt(drafted))),
  };
}

const shown = (preview: PromisePreview | undefined): Promised | null =>
  preview === undefined
    ? null
    : {
        ...preview,
        policyId: preview.policyId === DRAFT ? null : preview.policyId,
        warnings: [...preview.warnings],
      };

const calendarAt = (rows: readonly CalendarRow[]) => (code: string, at: string) => {
  try {
    // Not by the cache of calendars in use: each keystroke of a draft would stay in it.
    return parseCalendar(versionIn(rows, code, at).definition, code);
  } catch (error) {
    if (!(error instanceof NoPolicyError)) throw error;
    throw new ApiError('REQUEST.REFERENCE_UNKNOWN', { field: 'calendar', value: code }, 'calendar');
  }
};

const factsOf = (question: PreviewQuestion): ClockFacts =>
  Object.fromEntries(FACT_NAMES.flatMap((name) => (question[name] == null ? [] : [[name, question[name]]])));

/** The calendars with the draft among them, the later version first. */
function withCalendar(
  rows: readonly CalendarRow[],
  draft: PreviewQuestion['calendar'],
): readonly CalendarRow[] {
  if (!draft) return rows;
  const known = rows.find(({ code }) => code === draft.code);
  if (!known)
    throw new ApiError(
      'REQUEST.REFERENCE_UNKNOWN',
      { field: 'calendar.code', value: draft.code },
      'calendar.code',
    );
  const effectiveFrom = new Date(readInstant(draft.effectiveFrom, 'calendar.effectiveFrom'));
  const version = {
    ...known,
    effectiveFrom,
    definition: readDefinition(draft.definition, 'calendar.definition'),
  };
  return [version, ...rows].toSorted(
    (left, right) => right.effectiveFrom.getTime() - left.effectiveFrom.getTime(),
  );
}

function policyOf(
  { policy, clock }: PreviewQuestion,
  facts: ClockFacts,
  calendars: readonly CalendarRow[],
): ClockPolicy | undefined {
  if (!policy) return undefined;
  const { calendar, targetSeconds, warnAt, effectiveTo } = policy;
  if (!calendars.some(({ code }) => code === calendar))
    throw new ApiError(
      'REQUEST.REFERENCE_UNKNOWN',
      { field: 'policy.calendar', value: calendar },
      'policy.calendar',
    );
  return {
    ...facts,
    id: DRAFT,
    clock,
    effectiveFrom: readInstant(policy.effectiveFrom, 'policy.effectiveFrom'),
    ...(effectiveTo != null && { effectiveTo: readInstant(effectiveTo, 'policy.effectiveTo') }),
    targetSeconds,
    calendar,
    warnAt,
    escalate: [],
    pausable: true,
  };
}
