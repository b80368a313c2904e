import type { Bilingual, Language } from '../../domain/bilingual';
import type { RegisteredCase } from '../../domain/case/state';
import { isPermitted } from '../../domain/identity/permissions';
import type { Principal } from '../../domain/identity/principal';
import { HQ } from '../../domain/identity/scope';
import type { Audience, DocumentView } from '../../documents/paper/view';
import type { Database } from '../../platform/database';
import type { ApiDependencies } from '../context';
import { ApiError } from '../http/problems';

export type PaperDependencies = Pick<ApiDependencies, 'config' | 'database' | 'logger'>;

export interface PaperAsked {
  readonly audience: Audience;
  /** The customer's own where none is asked for. */
  readonly language: Language | undefined;
  /** False: telephone numbers and addresses are left out. */
  readonly withContacts: boolean;
}

/**
 * Checks which document a member of staff may print. @throws {ApiError} AUTH.FORBIDDEN for the cost, to those
 * who may not read it.
 */
export function askedByStaff(
  { actor }: Principal,
  { audience = 'customer', language }: { audience?: Audience; language?: Language },
): PaperAsked {
  if (audience === 'internal' && !isPermitted(actor, 'money.read'))
    throw new ApiError('AUTH.FORBIDDEN', { permission: 'money.read' });
  return { audience, language, withContacts: isPermitted(actor, 'customer.read') };
}

/** Content common to all papers about a visit. @param engineer of the visit. */
export async function paperOf(
  { config, database }: PaperDependencies,
  state: RegisteredCase,
  engineer: { readonly id: string; readonly name: string; readonly outletId: string } | undefined,
  asked: PaperAsked,
): Promise<Omit<DocumentView, 'number' | 'charges'>> {
  const { registration, unit, customer, symptom } = state;
  const { sender } = registration;
  const [file, installed, company, servedBy, staff] = await Promise.all([
    customer && database.customer.findUnique({ where: { id: customer.id } }),
    unit && database.unit.findUnique({ where: { id: unit.id } }),
    nameOf(database, HQ),
    engineer && nameOf(database, engineer.outletId),
    engineer && database.staff.findUnique({ where: { id: engineer.id }, select: { nameEn: true } }),
  ]);
  const address = installed?.address ?? file?.address ?? sender.address;
  return {
    audience: asked.audience,
    language:
      asked.language ??
      (file?.language === 'en' || file?.language === 'zh' ? file.language : registration.language),
    timeZone: config.AFTERCARE_TIME_ZONE,
    company: company ?? { en: 'Aftercare', zh: 'Aftercare' },
    ...(servedBy && { servedBy }),
    caseNumber: registration.caseNumber,
    customer: {
      name: customer?.name ?? sender.name,
      ...(file?.nameEn != null && { nameEn: file.nameEn }),
      contact: sender.name,
      ...(asked.withContacts && sender.phone !== undefined && { phone: sender.phone }),
      ...(asked.withContacts && address !== undefined && { address }),
    },
    ...(unit && {
      unit: {
        serial: unit.serial,
        productCode: unit.productCode,
        name: { en: unit.productNameEn, zh: unit.productNameZh },
      },
    }),
    warranty: state.warranty,
    ...(engineer && { engineer: engineer.name }),
    ...(staff && { engineerEn: staff.nameEn }),
    ...(symptom !== undefined && { symptom }),
  };
}

async function nameOf(database: Database, id: string): Promise<Bilingual | undefined> {
  const row = await database.organisation.findUnique({
    where: { id },
    select: { nameEn: true, nameZh: true },
  });
  return row ? { en: row.nameEn, zh: row.nameZh } : undefined;
}
