import { randomUUID } from 'node:crypto';
import type { CountryCode } from 'libphonenumber-js/max';
import type { Principal } from '../../domain/identity/principal';
import type { Database } from '../../platform/database';
import { lockAdministration, recordChange } from '../administration/changes';
import { refuseKeyReused } from '../http/idempotency-key';
import { readEmail, readPhone } from '../requests/contact-input';
import { entryOf, staffRow } from './record';
import type { NewStaff } from './record-schema';
import { refuseBadNames, refuseBadRights, type StaffRow } from './rules';

interface Entry {
  readonly file: NewStaff;
  readonly country: CountryCode;
  readonly by: Principal;
  /** The idempotency key of the request. */
  readonly key: string;
}

/** Enters somebody, who has no password yet. Under a key that the same person used before, the entry that it made. @throws {ApiError} */
export function addStaff(
  database: Database,
  { file, country, by, key: given }: Entry,
): Promise<{ readonly row: StaffRow; readonly isNew: boolean }> {
  const { skills = [], subject = null, ...rest } = file;
  const data = {
    ...rest,
    skills,
    subject,
    login: file.login.toLowerCase(),
    phone: readPhone(file.phone, country, 'phone'),
    email: readEmail(file.email, 'email'),
  };
  const key = `staff:${by.actor.id}:${given}`;
  return database.$transaction(async (tx) => {
    await lockAdministration(tx);
    const earlier = await tx.administrationChange.findUnique({ where: { key } });
    if (earlier) {
      refuseKeyReused(earlier.after, data);
      return { row: await staffRow(tx, by, earlier.entryId), isNew: false };
    }
    const id = `stf-${randomUUID().slice(0, 8)}`;
    await refuseBadRights(tx, by, { id, before: undefined, after: { ...data, active: true } });
    await refuseBadNames(tx, id, data);
    const row = await tx.staff.create({ data: { id, ...data } });
    const { version } = row;
    await recordChange(tx, {
      register: 'staff',
      id,
      version,
      by: by.actor.id,
      kind: 'entered',
      after: entryOf(row),
      key,
    });
    return { row, isNew: true };
  });
}
