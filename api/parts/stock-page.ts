import { SystemUnavailable } from '../../systems/shared/errors';
import type { StockPage } from '../../systems/parts/port';
import type { ApiDependencies } from '../context';
import { ApiError } from '../http/problems';
import { withParts } from '../parts-orders/catalogue';

type Config = ApiDependencies['config'];

/** @throws {ApiError} PARTS.UNAVAILABLE */
export async function stockPage(
  config: Config,
  query: { readonly query?: string; readonly after?: string },
): Promise<StockPage> {
  try {
    return await withParts(config, (port) => port.listStock(query));
  } catch (error) {
    if (error instanceof SystemUnavailable) throw new ApiError('PARTS.UNAVAILABLE');
    throw error;
  }
}

/** Pieces that a depot holds, free or reserved. @throws {ApiError} PARTS.UNAVAILABLE */
export async function stockOf(config: Config, depotId: string): Promise<number> {
  let pieces = 0;
  let after: string | undefined;
  do {
    const { parts, next }: StockPage = await stockPage(config, after === undefined ? {} : { after });
    for (const { depots } of parts)
      for (const { depot, available, reserved } of depots)
        if (depot === depotId) pieces += available + reserved;
    after = next ?? undefined;
  } while (after !== undefined);
  return pieces;
}
