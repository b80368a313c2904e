export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text that people read, in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}
