import type { Bilingual } from '../../domain/bilingual';
import type { CodeList } from '../../domain/code-lists';

/** How a value is written: a code by its label, an instant in the company's zone, cents by the currency at another path. */
export type As = 'text' | 'instant' | 'flag' | { readonly code: CodeList } | { readonly cents: string };

/** A column of a file. `path` goes into the item as it is answered; `a[].b` takes every element. */
export interface Column {
  readonly path: string;
  readonly name: Bilingual;
  readonly as: As;
}

export const column = (path: string, en: string, zh: string, as: As = 'text'): Column => ({
  path,
  name: { en, zh },
  as,
});

export const code = (list: CodeList): As => ({ code: list });
