import type { JoinedRequest } from '../intake/joining-terms';
import type { ReportVersion, ServiceReport } from '../report/terms';

/**
 * Bounds recurring texts of a case (ADR 37): the latest are kept whole as far as there is room; of earlier
 * ones only their existence. Events and the register of requests hold all of them, and readers get them from
 * there.
 */

/** UTF-16 units of the versions of one report that are kept whole, but for the latest, which always is. */
const VERSIONS_LENGTH = 12_000;
/** UTF-16 units of the texts of joined requests. */
const JOINED_LENGTH = 10_000;
const CUT_TEXT_LENGTH = 40;

/** The earliest that have no room beside those after them are cut; what has been cut stays so, so it is the same in one go and step by step. */
export function cutEarliest<T extends { readonly isCut?: true }>(
  items: readonly T[],
  room: number,
  {
    lengthOf,
    cut,
    keepsLatest,
  }: {
    readonly lengthOf: (item: T) => number;
    readonly cut: (item: T) => T;
    readonly keepsLatest: boolean;
  },
): readonly T[] {
  let length = 0;
  const lastCut = items.findLastIndex((item, n) => {
    if (item.isCut) return true;
    length += lengthOf(item);
    return length > room && !(keepsLatest && n === items.length - 1);
  });
  return items.map((item, n) => (n <= lastCut && !item.isCut ? cut(item) : item));
}

export const boundedVersions = (versions: readonly ReportVersion[]): readonly ReportVersion[] =>
  cutEarliest(versions, VERSIONS_LENGTH, {
    lengthOf: ({ report, changes, reason }) => JSON.stringify([report, changes, reason ?? '']).length,
    cut: cutVersion,
    keepsLatest: true,
  });

function cutVersion({ reason, report, changes: _changes, ...version }: ReportVersion): ReportVersion {
  return {
    ...version,
    ...(reason !== undefined && { reason: shortened(reason) }),
    report: withoutTexts(report),
    changes: [],
    isCut: true,
  };
}

const withoutTexts = ({
  labourMinutes,
  travelMinutes,
  labourCostCents,
  travelCostCents,
  partsCostCents,
  currency,
  signedBy,
}: ServiceReport): ServiceReport => ({
  labourMinutes,
  travelMinutes,
  labourCostCents,
  travelCostCents,
  partsCostCents,
  currency,
  signedBy: shortened(signedBy),
});

export const boundedRequests = (requests: readonly JoinedRequest[]): readonly JoinedRequest[] =>
  cutEarliest(requests, JOINED_LENGTH, {
    lengthOf: ({ text }) => text.length,
    cut: (request) => ({ ...request, text: shortened(request.text), isCut: true }),
    keepsLatest: false,
  });

/** Never within a surrogate pair: half of one is no text. */
export function shortened(text: string, length = CUT_TEXT_LENGTH): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
