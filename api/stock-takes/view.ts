import type { Language } from '../../domain/bilingual';
import type { Principal } from '../../domain/identity/principal';
import type { Database } from '../../platform/database';
import type { DepotStockLine, StockTake } from '../../systems/parts/stock-take-port';
import { readingOf } from '../access/reading';
import type { SheetLine, StockTakeView } from './schema';

interface Named {
  readonly nameEn: string;
  readonly nameZh: string;
}

const namesOf = ({ nameEn, nameZh }: Named, language: Language) => ({
  name: language === 'zh' ? nameZh : nameEn,
  names: { en: nameEn, zh: nameZh },
});

export const sheetLine = (
  { nameEn, nameZh, available, reserved, ...line }: DepotStockLine,
  language: Language,
): SheetLine => ({
  ...line,
  ...namesOf({ nameEn, nameZh }, language),
  onShelf: available + reserved,
  available,
  reserved,
});

/** Stock-takes with who counted them; what the pieces cost is for readers of costs (ADR 36). */
export async function stockTakeViews(
  database: Database,
  principal: Principal,
  stockTakes: readonly StockTake[],
): Promise<StockTakeView[]> {
  const { language } = principal;
  const { withCosts } = readingOf(principal);
  const ids = [...new Set(stockTakes.map(({ countedBy }) => countedBy))];
  const staff = await database.staff.findMany({ where: { id: { in: ids } } });
  const counters = new Map(staff.map((row) => [row.id, namesOf(row, language).name]));
  return stockTakes.map(({ id, depot, at, recordedAt, countedBy, remark, lines }) => ({
    id,
    depot,
    countedAt: at,
    postedAt: recordedAt,
    countedBy: { id: countedBy, name: counters.get(countedBy) ?? countedBy },
    remark,
    lines: lines.map(({ nameEn, nameZh, unitCostCents, currency, ...line }) => ({
      ...line,
      ...namesOf({ nameEn, nameZh }, language),
      ...(withCosts && { postedCents: line.posted * unitCostCents, currency }),
    })),
  }));
}
