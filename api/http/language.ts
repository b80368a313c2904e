import type { Language } from '../../domain/bilingual';

/**
 * The reader's language from Accept-Language (RFC 9110 §12.5.4): the one named with the higher weight, else the one that is known to be
 * theirs, else English.
 */
export function languageOf(acceptLanguage: string | undefined, own: Language = 'en'): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality = 'q=1'] = part.trim().split(/\s*;\s*/);
      return { tag: tag.toLowerCase(), weight: Number(quality.replace(/^q=/, '')) || 0 };
    })
    .filter(({ tag }) => tag.startsWith('zh') || tag.startsWith('en'))
    .sort((left, right) => right.weight - left.weight)[0];
  if (!wanted) return own;
  return wanted.tag.startsWith('zh') ? 'zh' : 'en';
}
