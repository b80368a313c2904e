export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text that people read, in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

export const LANGUAGE_NAMES: Readonly<Record<Language, Bilingual>> = {
  zh: { en: 'Chinese', zh: '中文' },
  en: { en: 'English', zh: '英文' },
};
