import { pinyin } from 'pinyin-pro';
import type { Language } from '../../domain/bilingual';

/** Two to four Chinese characters, with or without a point between them: longer ones are companies and places. */
const PERSON = /^\p{Script=Han}{1,3}·?\p{Script=Han}{1,3}$/u;
const LONGEST_PERSON = 4;
const COMPOUND_SURNAMES =
  /^(?:欧阳|歐陽|上官|司马|司馬|诸葛|諸葛|皇甫|尉迟|尉遲|公孙|公孫|慕容|司徒|司空|令狐|夏侯|东方|東方|独孤|獨孤|南宫|南宮|长孙|長孫|宇文|端木|轩辕|軒轅|赫连|赫連|澹台|濮阳|濮陽|申屠|太史|钟离|鍾離|闻人|聞人|鲜于|鮮于|万俟|呼延)/u;

/**
 * A name as the reader of a document can read it. On an English one the English name comes first, with the name as it is registered behind
 * it; a Chinese personal name that has none is romanised.
 */
export function nameText(language: Language, name: string, nameEn?: string): string {
  if (language !== 'en') return name;
  const english = nameEn ?? romanised(name);
  return english === undefined || english === name ? name : `${english} (${name})`;
}

/** The same for a thing, such as a part: its name is shown as it is where it has no English one. */
export const thingText = (language: Language, name: string, nameEn?: string): string =>
  nameText(language, name, nameEn ?? name);

/** Separator between a label and its text on one line. */
export const colonOf = (language: Language): string => (language === 'zh' ? '：' : ': ');

/** Pinyin, surname first (`Ouyang Xiu`); undefined for what is no Chinese personal name. */
function romanised(name: string): string | undefined {
  const plain = name.trim().replaceAll('·', '');
  if (!PERSON.test(plain) || plain.length > LONGEST_PERSON) return undefined;
  const syllables = pinyin(plain, { mode: 'surname', toneType: 'none', type: 'array' });
  const surname = COMPOUND_SURNAMES.test(plain) ? 2 : 1;
  return [syllables.slice(0, surname), syllables.slice(surname)]
    .map((part) => part.join(''))
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
