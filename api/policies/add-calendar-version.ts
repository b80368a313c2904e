import { isDeepStrictEqual } from 'node:util';
import type { Database, Prisma } from '../../platform/database';
import { readDefinition } from './calendar-definition';
import type { NewCalendarVersion } from './schema';
import { readInstant } from '../http/instants';
import { ApiError } from '../http/problems';
import type { Added, Author } from './add-policy';
import { noteChange } from './changes';
import { instantFrom } from './effective';

export type CalendarRow = Prisma.CalendarGetPayload<object>;

/** Adds a version of a calendar that there is. @throws {ApiError} naming the field; nothing has changed then. */
export async function addCalendarVersion(
  database: Database,
  code: string,
  version: NewCalendarVersion,
  { now, by }: Author,
): Promise<Added<CalendarRow>> {
  const definition = readDefinition(version.definition);
  const { nameEn, nameZh } = version;
  const effectiveFrom = new Date(readInstant(version.effectiveFrom, 'effectiveFrom'));
  return database.$transaction(async (tx) => {
    if ((await tx.calendar.count({ where: { code } })) === 0)
      throw new ApiError('RESOURCE.NOT_FOUND', { what: code });
    const where = { code_effectiveFrom: { code, effectiveFrom } };
    const earlier = await tx.calendar.findUnique({ where });
    if (earlier) {
      const isSame = isDeepStrictEqual(
        [earlier.nameEn, earlier.nameZh, earlier.definition],
        [nameEn, nameZh, definition],
      );
      if (!isSame)
        throw new ApiError(
          'POLICY.EXISTS',
          { what: `${code} ${effectiveFrom.toISOString()}` },
          'effectiveFrom',
        );
      return { row: earlier, change: undefined };
    }
    instantFrom(version, now);
    const row = await tx.calendar.create({
      data: { code, effectiveFrom, nameEn, nameZh, definition, recordedBy: by },
    });
    return { row, change: await noteChange(tx, { calendar: code }, effectiveFrom) };
  });
}
