import type { LinkHolder } from '../../domain/identity/customer-link';
import { Prisma, type Reader } from '../../platform/database';
import { ApiError } from '../http/problems';
import { readCase, type StoredCase } from '../cases/read-case';

/** A company's people share an address; a guesser gets nowhere with this many. */
export const LIMIT_PER_ADDRESS = { max: 120 };

/** The case of the link and of no other. @throws {ApiError} 404 where it is not there. */
export async function caseOfLink(database: Reader, { caseNumber, actor }: LinkHolder): Promise<StoredCase> {
  const stored = await readCase(database, caseNumber, Prisma.sql`service_case.customer_id = ${actor.id}`);
  if (!stored) throw new ApiError('RESOURCE.NOT_FOUND', { what: caseNumber });
  return stored;
}

/** @throws {ApiError} for a link that was sent for the survey: it may have been passed on with the question. */
export function notForSurveysAlone({ purpose }: LinkHolder): void {
  if (purpose === 'survey') throw new ApiError('LINK.NOT_FOR_THIS');
}
