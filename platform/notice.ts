import type { Language } from '../domain/bilingual';
import type { JsonObject } from '../domain/json';
import { HQ } from '../domain/identity/scope';
import type { Company } from '../domain/notices/sign-off';
import { organisationsIn, renderNotice, type Notice, type OrganisationNames } from '../domain/notices/render';
import type { Database } from './database';
import { telephoneWords } from './contacts';
import { wallClock } from './wall-clock';

export interface NoticeRow {
  readonly template: string;
  readonly params: unknown;
}

interface Reading {
  readonly language: Language;
  /** Time zone of the company, used to format instants. */
  readonly timeZone: string;
  readonly organisation: OrganisationNames;
  /** The customer's own, where the message is on its way to them. */
  readonly link?: string | undefined;
  /** Signs what goes to a customer. */
  readonly company?: Company | undefined;
}

/** A row of the outbox in its reader's language. */
export function noticeOf({ template, params }: NoticeRow, { language, timeZone, ...more }: Reading): Notice {
  return renderNotice({ template, params: paramsOf(params) }, language, wallClock(timeZone), more);
}

/** Reads the names of the organisations that messages mention; skips the query when they mention none. */
export async function organisationNames(
  database: Database,
  rows: readonly NoticeRow[],
): Promise<OrganisationNames> {
  const ids = rows.flatMap(({ template, params }) => organisationsIn({ template, params: paramsOf(params) }));
  const found =
    ids.length === 0
      ? []
      : await database.organisation.findMany({
          where: { id: { in: ids } },
          select: { id: true, nameEn: true, nameZh: true },
        });
  const names = new Map(found.map(({ id, nameEn: en, nameZh: zh }) => [id, { en, zh }]));
  return (id) => names.get(id);
}

/** Headquarters as the register has it now; undefined where it has none. */
export async function companyOf(database: Database): Promise<Company | undefined> {
  const row = await database.organisation.findUnique({
    where: { id: HQ },
    select: { nameEn: true, nameZh: true, phone: true },
  });
  return row ? { names: { en: row.nameEn, zh: row.nameZh }, hotline: telephoneWords(row.phone) } : undefined;
}

export const paramsOf = (params: unknown): JsonObject => (isObject(params) ? params : {});

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
