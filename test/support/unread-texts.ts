import { readerOf } from '../../api/http/schema/read-as';

const isSchema = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Turns the text after it round: `photo‮gpj.exe` is read as `photoexe.jpg`. */
const OVERRIDE = 'a\u202Eb';

/** The strings of a schema that let such a character through, by their places. */
export function unreadTexts(schema: unknown, at: string): readonly string[] {
  if (!isSchema(schema)) return [];
  const { type, pattern, enum: values, const: value, format } = schema;
  if (type === 'string') {
    const isFixed = values !== undefined || value !== undefined || format !== undefined;
    const isRefused = typeof pattern === 'string' && !new RegExp(pattern, 'u').test(OVERRIDE);
    const read = readerOf(schema)?.(OVERRIDE);
    return isFixed || isRefused || (read !== undefined && read !== OVERRIDE) ? [] : [at];
  }
  return Object.entries(schema)
    .filter(([key]) => key !== 'examples' && key !== 'default')
    .flatMap(([key, inner]) => unreadTexts(inner, `${at}/${key}`));
}
