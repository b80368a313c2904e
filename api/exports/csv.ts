import { CODE_LISTS } from '../../domain/code-lists';
import type { Bilingual, Language } from '../../domain/bilingual';
import { decimalsOf } from '../../domain/money/currency';
import { wallClock } from '../../platform/wall-clock';
import type { Column } from './columns';

/** Excel takes a file without it for the code page of its machine. */
export const BYTE_ORDER_MARK = '\uFEFF';
const FLAGS: Readonly<Record<Language, readonly [string, string]>> = { en: ['no', 'yes'], zh: ['否', '是'] };
/** A cell that begins so is a formula to a spreadsheet: it could send the table to a stranger. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;

export interface Reader {
  readonly language: Language;
  /** IANA zone in which instants are written. */
  readonly timeZone: string;
}

/** The first line of a file (RFC 4180); instants say in which zone they are. */
export const headLine = (columns: readonly Column[], { language, timeZone }: Reader): string =>
  line(
    columns.map(({ name, as }) => (as === 'instant' ? `${name[language]} (${timeZone})` : name[language])),
  );

/** Writes the line of an item. */
export function lineWriter(columns: readonly Column[], { language, timeZone }: Reader) {
  const inWords = wallClock(timeZone);
  const written = (value: unknown, { as }: Column, item: unknown): string => {
    if (value === null || value === undefined) return '';
    if (as === 'flag') return FLAGS[language][value === true ? 1 : 0];
    if (typeof value === 'number')
      return typeof as === 'object' && 'cents' in as ? amount(value, valueAt(item, as.cents)) : String(value);
    if (typeof value !== 'string') return '';
    if (as === 'instant') return inWords(value);
    return safe(typeof as === 'object' && 'code' in as ? labelOf(as.code, value, language) : value);
  };
  return (item: unknown): string =>
    line(
      columns.map((column) => {
        const value = valueAt(item, column.path);
        return Array.isArray(value)
          ? safe(value.map((one: unknown) => written(one, column, item)).join('; '))
          : written(value, column, item);
      }),
    );
}

const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

const quoted = (cell: string): string => (/[",\r\n;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A text that a spreadsheet takes as it stands. */
const safe = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

const amount = (cents: number, currency: unknown): string => {
  const decimals = decimalsOf(typeof currency === 'string' ? currency : '');
  return (cents / 10 ** decimals).toFixed(decimals);
};

function labelOf(list: keyof typeof CODE_LISTS, code: string, language: Language): string {
  const labels: Readonly<Record<string, Bilingual>> = CODE_LISTS[list];
  return Object.hasOwn(labels, code) ? (labels[code]?.[language] ?? code) : code;
}

/** The value at `a.b` or, of every element, at `a[].b`. */
function valueAt(item: unknown, path: string): unknown {
  const [head = '', ...rest] = path.split('.');
  const isEach = head.endsWith('[]');
  if (typeof item !== 'object' || item === null) return undefined;
  const value: unknown = Reflect.get(item, isEach ? head.slice(0, -2) : head);
  if (rest.length === 0) return value;
  if (isEach) return Array.isArray(value) ? value.map((one: unknown) => valueAt(one, rest.join('.'))) : [];
  return valueAt(value, rest.join('.'));
}
