import { isAccepted } from '../../domain/case/report/installation';
import type { RequestType } from '../../domain/case/terms';
import { installableFrom, orderWords } from '../../domain/entitlement/day-order';
import type { Config } from '../../platform/config';
import type { Database } from '../../platform/database';
import { dayIn } from '../../platform/wall-clock';
import { dayOrNull, dayText } from '../entitlement/columns';
import { readInstant } from '../http/instants';
import { badRequest } from '../http/problems';
import { zonesOf } from '../units/zone';

export interface Installing {
  readonly database: Database;
  readonly config: Config;
  readonly requestType: RequestType | undefined;
  /** The unit of the case, as the commands before leave it. */
  readonly unitId: string | undefined;
  /** When an engineer first arrived for the case; where none is on record, when the request came. */
  readonly cameAt: string;
}

interface ReportTime {
  readonly occurredAt: string | undefined;
  readonly path: string;
}

/**
 * Acceptance day of an installation, in the unit's time zone: as given, else the day of the report. Undefined
 * for other requests. @throws {ApiError} for a future or impossible day.
 */
export async function acceptance(
  place: Installing,
  given: string | undefined,
  { occurredAt, path }: ReportTime,
): Promise<{ readonly acceptedOn?: string }> {
  if (!isAccepted(place.requestType)) {
    if (given === undefined) return {};
    throw badRequest(`${path}.acceptedOn`, {
      en: 'only an installation has an acceptance date',
      zh: '仅安装服务单可填写验收日期',
    });
  }
  const { unit, zone } = await unitOf(place);
  const now = new Date();
  if (given !== undefined && given > dayIn(zone, now))
    throw badRequest(`${path}.acceptedOn`, { en: 'the date is in the future', zh: '日期不得晚于今天' });
  const reported = occurredAt === undefined ? now : new Date(readInstant(occurredAt, 'occurredAt'));
  const acceptedOn = given ?? dayIn(zone, reported);
  const came = dayIn(zone, new Date(place.cameAt));
  if (acceptedOn < came)
    throw badRequest(`${path}.acceptedOn`, {
      en: `no engineer had arrived by then; give ${came} or a later date`,
      zh: `当时工程师尚未上门，请填写 ${came} 或之后的日期`,
    });
  if (unit) {
    const { soldOn, deliveredOn } = unit;
    const { day: from, than } = installableFrom({
      soldOn: dayText(soldOn),
      deliveredOn: dayOrNull(deliveredOn),
    });
    if (acceptedOn < from)
      throw badRequest(`${path}.acceptedOn`, orderWords({ field: 'installedOn', from, than }));
  }
  return { acceptedOn };
}

/** The corrected day; nothing where the register of units says it already. @throws {ApiError} as `acceptance` does. */
export async function correctedAcceptance(
  place: Installing,
  given: string | undefined,
  path: string,
): Promise<{ readonly acceptedOn?: string }> {
  if (given === undefined) return {};
  const accepted = await acceptance(place, given, { occurredAt: undefined, path });
  const { unit } = await unitOf(place);
  return unit?.installedOn && dayText(unit.installedOn) === given ? {} : accepted;
}

async function unitOf({ database, config, unitId }: Installing) {
  const unit =
    unitId === undefined
      ? null
      : await database.unit.findUnique({
          where: { id: unitId },
          select: {
            timeZone: true,
            soldOn: true,
            deliveredOn: true,
            installedOn: true,
            customer: { select: { region: { select: { calendar: true } } } },
          },
        });
  const company = config.AFTERCARE_TIME_ZONE;
  return { unit, zone: unit ? (await zonesOf(database, [unit], company))(unit) : company };
}
