import type { Scope } from '../../domain/identity/scope';
import type { Database } from '../../platform/database';
import { startOf, type KnownSender, type RequestStart, type SeenSender } from './view';
import { elsewhereOf, seenOf } from './elsewhere';
import { likelyCustomers } from './likely';
import { openCasesOf } from './open-cases';

/**
 * Sender as visible to the caller: a customer in scope in full; any other by name and centre. The request is
 * registered for that centre in either case.
 */
export async function seenSender(
  database: Database,
  scope: Scope,
  { request, known }: { readonly request: RequestStart; readonly known: KnownSender },
): Promise<SeenSender> {
  const { sender, unitOffer } = startOf(request);
  const { customer, candidates, isNew } = known;
  const ids = [...candidates, ...(customer && !isNew ? [customer] : [])].map(({ id }) => id);
  const owner = unitOffer?.owner.id;
  const seen = await seenOf(database, scope, owner === undefined ? ids : [...ids, owner]);
  const isSeen = (id: string): boolean => seen.has(id) || (isNew && id === customer?.id);
  // Prospects are somebody's first call: no centre has them as a customer.
  const hidden = [...candidates, ...(customer ? [customer] : [])].filter(
    ({ id, status }) => !isSeen(id) && status === 'active',
  );
  const own = customer && isSeen(customer.id) ? known : { customer: null, unit: null, openCases: [] };
  const likely = customer?.status === 'prospect' ? await likelyCustomers(database, scope, sender) : [];
  const named = candidates.filter(({ id }) => isSeen(id)).map((one) => ({ ...one, by: 'contact' as const }));
  return {
    customer: own.customer,
    unit: own.unit,
    openCases: own.openCases,
    candidates: [...named, ...likely.filter(({ id }) => named.every((one) => one.id !== id))],
    offer: unitOffer && isSeen(unitOffer.owner.id) ? await offered(database, unitOffer) : null,
    elsewhere: [
      ...(await elsewhereOf(
        database,
        hidden.map(({ id }) => id),
        'contact',
      )),
      ...(owner !== undefined && !isSeen(owner) ? await elsewhereOf(database, [owner], 'serial') : []),
    ],
  };
}

async function offered(database: Database, offer: NonNullable<ReturnType<typeof startOf>['unitOffer']>) {
  const ownerBrief = await database.customer.findUniqueOrThrow({ where: { id: offer.owner.id } });
  const open = await openCasesOf(database, offer.owner.id);
  return { ...offer, ownerBrief, open: open.filter(({ number }) => offer.openCases.includes(number)) };
}
