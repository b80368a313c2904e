import { reportsOf } from '../../domain/case/report/service-report';
import type { CaseState } from '../../domain/case/state';
import { DomainError } from '../../domain/errors';
import { serialKey } from '../../domain/text/serial';
import { query, type Session, type Transaction } from '../../platform/database';
import type { Claims, Difference } from '../process-kind';

interface Fitted {
  readonly partNumber: string;
  readonly serial: string;
  readonly key: string;
  /** Field of the report, named as in the command. */
  readonly field: string;
}

/** Every piece that the reports of a case say was fitted, by its serial number. */
function fittedIn(state: CaseState): readonly Fitted[] {
  const fitted = new Map<string, Fitted>();
  for (const versions of reportsOf(state)) {
    const { report } = versions.at(-1) ?? {};
    const data = versions.length > 1 ? 'data.changes' : 'data';
    for (const [n, { partNumber, serialNumbers = [] }] of (report?.partsUsed ?? []).entries())
      for (const [m, serial] of serialNumbers.entries()) {
        const key = serialKey(serial);
        const field = `${data}.partsUsed.${n}.serialNumbers.${m}`;
        if (key !== '') fitted.set(nameOf({ partNumber, key }), { partNumber, serial, key, field });
      }
  }
  return [...fitted.values()];
}

const nameOf = ({ partNumber, key }: Pick<Fitted, 'partNumber' | 'key'>): string => `${partNumber} ${key}`;

/**
 * Claims the serial numbers fitted by a report, so that two machines cannot hold the same piece. Throws
 * DomainError REPORT.SERIAL_ELSEWHERE; the caller must roll its transaction back. Undefined when the claims
 * are unchanged.
 */
export function fittedClaims(
  processId: string,
  { before, after }: { readonly before: CaseState; readonly after: CaseState },
): Claims | undefined {
  if (before.reportVersions === after.reportVersions && before.earlierReports === after.earlierReports)
    return undefined;
  const [old, now] = [fittedIn(before), fittedIn(after)];
  const isIn = (list: readonly Fitted[], one: Fitted): boolean =>
    list.some((other) => nameOf(other) === nameOf(one));
  const freed = old.filter((one) => !isIn(now, one));
  const claimed = now.filter((one) => !isIn(old, one));
  if (freed.length === 0 && claimed.length === 0) return undefined;
  return async (session) => {
    const { rows } = await query<{ readonly name: string }>(session, CLAIM, [
      processId,
      JSON.stringify(freed),
      JSON.stringify(claimed),
      after.unit?.id ?? null,
    ]);
    const lost = claimed.find((one) => !rows.some(({ name }) => name === nameOf(one)));
    if (lost) throw await fittedElsewhere(session, lost);
  };
}

const CLAIM = `WITH freed AS (DELETE FROM fitted_part WHERE process_id = $1
    AND (part_number, serial_key) IN (SELECT "partNumber", key FROM jsonb_to_recordset($2::jsonb) AS f ("partNumber" text, key text)) RETURNING serial_key)
  INSERT INTO fitted_part (part_number, serial_key, process_id, unit_id)
  SELECT c."partNumber", c.key, $1, $4 FROM jsonb_to_recordset($3::jsonb) AS c ("partNumber" text, key text)
  WHERE (SELECT count(*) FROM freed) IS NOT NULL ORDER BY 1, 2
  ON CONFLICT DO NOTHING RETURNING part_number || ' ' || serial_key AS name`;

async function fittedElsewhere(
  session: Session,
  { partNumber, serial, key, field }: Fitted,
): Promise<DomainError> {
  const { rows } = await query<{ readonly caseNumber: string }>(
    session,
    'SELECT process_id AS "caseNumber" FROM fitted_part WHERE part_number = $1 AND serial_key = $2',
    [partNumber, key],
  );
  const { caseNumber = '' } = rows[0] ?? {};
  return new DomainError('REPORT.SERIAL_ELSEWHERE', { partNumber, serial, caseNumber }, field);
}

/** Every piece of the reports stands in the register, of this case or of one that had it before that was looked at; and no other of this case. */
export async function fittedDifferences(
  tx: Transaction,
  processId: string,
  state: CaseState,
): Promise<readonly Difference[]> {
  const fitted = fittedIn(state);
  const names = fitted.map(nameOf);
  const held = await tx.fittedPart.findMany({
    where: {
      OR: [{ processId }, ...fitted.map(({ partNumber, key }) => ({ partNumber, serialKey: key }))],
    },
  });
  const rows = held.map((row) => ({ ...row, name: nameOf({ ...row, key: row.serialKey }) }));
  const missing = names.filter((name) => !rows.some((row) => row.name === name));
  const strange = rows.filter((row) => row.processId === processId && !names.includes(row.name));
  return [
    ...missing.map((name) => ({ field: `fitted_part[${name}]`, expected: processId, actual: undefined })),
    ...strange.map(({ name }) => ({ field: `fitted_part[${name}]`, expected: undefined, actual: processId })),
  ];
}
