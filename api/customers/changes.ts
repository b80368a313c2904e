import { toJson } from '../../platform/json-column';
import type { Transaction } from '../../platform/database';
import { customerSummary, type CustomerRow } from './view';

interface Writer {
  readonly by: string;
  readonly at: Date;
  readonly key?: string;
}

/** Keeps a version of a file as it is now, with its writer. */
export async function recordVersion(
  tx: Transaction,
  row: CustomerRow,
  { by, at, key }: Writer,
): Promise<void> {
  await tx.customerChange.create({
    data: {
      customerId: row.id,
      version: row.version,
      at,
      by,
      file: toJson(customerSummary(row)),
      ...(key !== undefined && { key }),
    },
  });
}
