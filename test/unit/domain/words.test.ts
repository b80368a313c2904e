import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stageForCustomer } from '../../../domain/case/customer-view';
import { isRegistered, type RegisteredCase } from '../../../domain/case/state';
import { REQUEST_TYPES, STAGES } from '../../../domain/case/terms';
import type { Bilingual } from '../../../domain/bilingual';
import { aCase } from './support/case-builder';
import { codesIn } from './support/codes';

const ROOT = resolve(__dirname, '../../..');
const FILES = ['domain', 'documents'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);

const isBilingual = (value: object): value is Bilingual =>
  'en' in value && 'zh' in value && typeof value.en === 'string' && typeof value.zh === 'string';

/** Every text in both languages that stands in a value, with its place. */
function wordsIn(value: unknown, place: string): readonly (readonly [string, Bilingual])[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isBilingual(value)) return [[place, value]];
  return Object.entries(value).flatMap(([name, inner]) => wordsIn(inner, `${place}.${name}`));
}

const filled = (text: string): string => text.replace(/\{[\w.|]+(?::\w+)?\}/g, '…');
/** A sentence that is put together from the words of its values alone. */
const isComposed = ({ en }: Bilingual): boolean => /…/.test(filled(en)) && !/[a-z]/i.test(filled(en));

async function allWords() {
  const modules = await Promise.all(
    FILES.map(async (file): Promise<readonly [string, unknown]> => [file, await import(join(ROOT, file))]),
  );
  return modules.flatMap(([file, exported]) => wordsIn({ ...Object(exported) }, file));
}

describe('What people read, in both languages', () => {
  it('holds no code, says something, and is Chinese where it is meant to be', async () => {
    const words = await allWords();
    expect(words.length).toBeGreaterThan(300);
    const wrong = words.filter(
      ([, { en, zh }]) =>
        codesIn(filled(en)).length > 0 ||
        codesIn(filled(zh)).length > 0 ||
        !/[a-z{]/i.test(en) ||
        /\p{Script=Han}/u.test(en) ||
        (!/\p{Script=Han}/u.test(zh) && !isComposed({ en, zh })),
    );
    expect(wrong).toEqual([]);
  });

  it('names where a case stands for its customer, at every stage (R36)', () => {
    const { state } = aCase().answered();
    if (!isRegistered(state)) throw new Error('A case is registered');
    const standings = STAGES.flatMap((stage) =>
      REQUEST_TYPES.flatMap((requestType): RegisteredCase[] => [
        { ...state, stage, requestType },
        { ...state, stage, requestType, paused: { reason: '', since: state.stageSince } },
      ]),
    );
    const words = standings.map(stageForCustomer);
    expect(words.filter(({ zh }) => !/^\p{Script=Han}/u.test(zh))).toEqual([]);
    expect(words.flatMap(({ en }) => codesIn(en))).toEqual([]);
  });
});
