import { DomainError } from '../errors';
import { invalid } from '../invalid';
import type { LineQuantity } from './commands';

export const noSuch = (what: 'line' | 'purchase' | 'shipment', number: number, field: string): DomainError =>
  new DomainError('PARTS_ORDER.NO_SUCH', { what, number }, field);

/** @throws {DomainError} where more is said than there can be, or a line is named twice. */
export function checkItems(
  items: readonly LineQuantity[],
  available: (line: number) => number | undefined,
): void {
  for (const [n, { line, quantity }] of items.entries()) {
    const most = available(line);
    if (most === undefined) throw noSuch('line', line, `data.items.${n}.line`);
    if (items.findIndex((other) => other.line === line) < n)
      throw invalid(`data.items.${n}.line`, { en: 'the line appears twice', zh: '同一行重复填写' });
    if (quantity > most)
      throw new DomainError(
        'PARTS_ORDER.TOO_MANY',
        { line, quantity, available: most },
        `data.items.${n}.quantity`,
      );
  }
}
