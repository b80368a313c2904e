import { Converter } from 'opencc-js/t2cn';
import { plainForm } from '../domain/text/normalise';

/** Letters that NFD does not decompose. */
const SPELT_OUT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  þ: 'th',
  ς: 'σ',
};
const SPELT_OUT_LETTER = /[ßæœøđðħıłþς]/g;
/** Accents of Latin, Greek and Cyrillic; points of Hebrew and Arabic. Vowels and voicing of other scripts stay. */
const ACCENTS =
  /[\u0300-\u036F\u0591-\u05BD\u05BF-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF]/g;
const HAN = /\p{Script=Han}/gu;
const HAS_HAN = /\p{Script=Han}/u;
const UMLAUTS = /[äöü]/g;
const UMLAUT_SPELT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

const toSimplified = Converter({ from: 't', to: 'cn' });
/** A character has one simple form wherever it stands, so that a part of a phrase finds the whole. At most as many as there are characters. */
const simplified = new Map<string, string>();

function simplifiedOf(character: string): string {
  const known = simplified.get(character);
  if (known !== undefined) return known;
  const simple = toSimplified(character);
  simplified.set(character, simple);
  return simple;
}

const lowerCase = (text: string): string => plainForm(text).toLowerCase();

function fold(lower: string): string {
  const bare = lower
    .normalize('NFD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(SPELT_OUT_LETTER, (letter) => SPELT_OUT[letter] ?? letter);
  return HAS_HAN.test(bare) ? bare.replace(HAN, simplifiedOf) : bare;
}

/**
 * The forms under which a text is looked for: half-width, in lower case, without accents, in simplified characters. German has two,
 * as Müller is written Muller and Mueller.
 */
export function foldings(text: string): readonly string[] {
  const lower = lowerCase(text).normalize('NFC');
  const spelt = lower.replace(UMLAUTS, (letter) => UMLAUT_SPELT[letter] ?? letter);
  return spelt === lower ? [fold(lower)] : [fold(lower), fold(spelt)];
}
