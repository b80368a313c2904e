import type { RequestType } from '../../domain/case/terms';
import type { Config } from '../../platform/config';
import type { Database } from '../../platform/database';
import { dayIn } from '../../platform/wall-clock';
import { readInstant } from '../instants';
import { badRequest } from '../problems';
import { zonesOf } from '../units/zone';

interface Place {
  readonly database: Database;
  readonly config: Config;
  readonly processId: string;
  readonly requestType: RequestType | undefined;
}

/**
 * The day on which the customer accepted an installation, where its unit stands: as it was told, else the day of the report. Nothing for
 * other requests. @throws {ApiError} for a day that has not come.
 */
export async function acceptance(
  { database, config, processId, requestType }: Place,
  told: string | undefined,
  { occurredAt, path }: { readonly occurredAt: string | undefined; readonly path: string },
): Promise<{ readonly acceptedOn?: string }> {
  if (requestType !== 'installation') {
    if (told === undefined) return {};
    throw badRequest(`${path}.acceptedOn`, {
      en: 'only an installation is accepted',
      zh: '仅安装服务单可填写',
    });
  }
  const row = await database.serviceCase.findUnique({
    where: { number: processId },
    select: { unitId: true },
  });
  const unit = row?.unitId
    ? await database.unit.findUnique({
        where: { id: row.unitId },
        select: { timeZone: true, customer: { select: { region: { select: { calendar: true } } } } },
      })
    : null;
  const company = config.AFTERCARE_TIME_ZONE;
  const zone = unit ? (await zonesOf(database, [unit], company))(unit) : company;
  const now = new Date();
  if (told !== undefined && told > dayIn(zone, now))
    throw badRequest(`${path}.acceptedOn`, { en: 'that day has not come yet', zh: '该日期尚未到来' });
  const reported = occurredAt === undefined ? now : new Date(readInstant(occurredAt, 'occurredAt'));
  return { acceptedOn: told ?? dayIn(zone, reported) };
}
