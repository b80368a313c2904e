import type { Principal } from '../../domain/identity/principal';
import { mayCount } from '../../domain/identity/stores';
import type { StockTake } from '../../systems/parts/stock-take-port';
import { SystemRefusal, SystemUnavailable } from '../../systems/shared/errors';
import type { ApiDependencies } from '../context';
import { readInstant } from '../http/instants';
import { ApiError, badRequest } from '../http/problems';
import { withParts } from '../parts-orders/catalogue';
import { refuseUnseenDepot, unknownDepot } from './depots';
import type { NewStockTake } from './schema';

/** The clock of a phone may be ahead of ours by so much. */
const CLOCK_SKEW_MS = 5 * 60_000;
/** A count of longer ago says nothing of what is on the shelf now. */
const OLDEST_MS = 7 * 86_400_000;
/** Parts named in a refusal; the others are in its parameters. */
const NAMED = 5;

/** Posts a count to the parts system, once by its key. @throws {ApiError} */
export async function postStockTake(
  dependencies: Pick<ApiDependencies, 'config' | 'database'>,
  principal: Principal,
  { key, depot, countedAt, remark, lines }: NewStockTake & { readonly key: string },
): Promise<StockTake> {
  const { actor, scope } = principal;
  await refuseUnseenDepot(dependencies, principal, depot);
  if (!mayCount(actor, scope, depot)) throw new ApiError('STOCK_TAKE.OTHER_DEPOT', {}, 'depot');
  const at = readInstant(countedAt, 'countedAt');
  if (Date.parse(at) > Date.now() + CLOCK_SKEW_MS)
    throw badRequest('countedAt', { en: 'a count is of the past', zh: '盘点时间不能晚于当前时间' });
  if (Date.parse(at) < Date.now() - OLDEST_MS)
    throw badRequest('countedAt', {
      en: 'a count is posted within seven days; count again',
      zh: '盘点须在七日内入账，请重新盘点',
    });
  try {
    return await withParts(dependencies.config, (port) =>
      port.takeStock({
        key: `stock-take/${actor.id}/${key}`,
        depot,
        countedBy: actor.id,
        ...(remark !== undefined && { remark }),
        lines,
        at,
      }),
    );
  } catch (error) {
    if (error instanceof SystemUnavailable) throw new ApiError('STOCK_TAKE.OUTCOME_UNKNOWN');
    throw error instanceof SystemRefusal ? refusalOf(error, { depot, lines }) : error;
  }
}

/** A refusal of the parts system in the words of the API. */
function refusalOf(refusal: SystemRefusal, { depot, lines }: Pick<NewStockTake, 'depot' | 'lines'>): Error {
  const at = refusal.errors.flatMap(({ pointer }) => /^#\/lines\/(\d+)/.exec(pointer ?? '')?.[1] ?? []);
  const [line] = at;
  const partNumber = line === undefined ? '' : (lines[Number(line)]?.partNumber ?? '');
  const field = line === undefined ? 'lines' : `lines.${line}.partNumber`;
  switch (refusal.code) {
    case 'PARTS.DEPOT_UNKNOWN':
      return unknownDepot(depot);
    case 'PARTS.PART_UNKNOWN':
      return new ApiError('REQUEST.REFERENCE_UNKNOWN', { field, value: partNumber }, field);
    case 'PARTS.COUNTED_TWICE':
      return new ApiError('STOCK_TAKE.COUNTED_TWICE', { partNumber }, field);
    case 'PARTS.STOCK_MOVED': {
      const partNumbers = at.flatMap((n) => lines[Number(n)]?.partNumber ?? []);
      const more = partNumbers.length > NAMED ? ' …' : '';
      return new ApiError(
        'STOCK_TAKE.MOVED',
        { parts: partNumbers.slice(0, NAMED).join(', ') + more, partNumbers },
        'lines',
      );
    }
    case 'IDEMPOTENCY.KEY_REUSED':
      return new ApiError('IDEMPOTENCY.KEY_REUSED', {}, 'Idempotency-Key');
    default:
      return refusal;
  }
}
