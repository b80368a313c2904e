import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { FORM_WORDS } from '../forms/words';
import { useLanguage, useWords } from '../language';
import { Loading } from '../shell/states';
import { AfterCommand } from './after-command';
import { CandidatesOfCase } from './candidates-of-case';
import { choicesOf, filledOf } from './choices';
import { isNoise } from './grouped';
import { readCase, type CaseDetail, type Entry } from './queries';
import { sentenceOf } from './sentence';

const CommandFormCard = lazy(async () => ({
  default: (await import('../forms/command-form')).CommandFormCard,
}));

/** Commands that take nothing from what colleagues did meanwhile: they need not have seen it. */
const ADDS: readonly string[] = ['addNote', 'attach', 'sendLink'];

/** Done by a person, and more than a promise that went along with it. */
const matters = (entry: Entry): boolean => entry.actor.kind !== 'system' && !isNoise(entry);

interface Of {
  readonly detail: CaseDetail;
  readonly opened: { readonly type: string; readonly version: number };
  /** @param done what was done; undefined: nothing. */
  readonly onClose: (done?: string) => void;
  /** Once it is saved and the form is closed. */
  readonly onSaved: (done: string) => void;
}

/** The form of one command of the case, with what the case knows for it. */
export function CommandOfCase({ detail, opened: { type, version }, onClose, onSaved }: Of) {
  const t = useWords(FORM_WORDS);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const { number } = detail;
  const choices = choicesOf(detail, language);
  const since = detail.timeline.items.filter((entry) => entry.seq > version && matters(entry));
  const readAgain = async (): Promise<number | undefined> => {
    const read = await readCase(number);
    queries.setQueryData(['case', number], read);
    const isSame = !read.timeline.items.some((entry) => entry.seq > version && matters(entry));
    return isSame ? read.version : undefined;
  };
  return (
    <Suspense fallback={<Loading />}>
      <CommandFormCard
        type={type}
        target={{
          process: 'case',
          number,
          version: ADDS.includes(type) ? undefined : version,
          latest: detail.version,
          readAgain,
        }}
        choices={choices}
        filled={filledOf(detail, type, choices)}
        changes={
          <ul>
            {since.map((entry) => (
              <li key={entry.seq}>
                {sentenceOf(entry, language)} <span className="quiet">{entry.actor.name}</span>
              </li>
            ))}
          </ul>
        }
        helper={(form, values, change) => <CandidatesOfCase {...{ detail, form, values, change }} />}
        aside={<AfterCommand />}
        onDone={({ names }) => {
          const done = t('done', { name: names[language] });
          onClose(done);
          document.querySelector<HTMLElement>('#actions')?.focus();
          onSaved(`${number}: ${done}`);
        }}
        onCancel={() => {
          onClose();
          document.querySelector<HTMLElement>(`[data-command="${type}"]`)?.focus();
        }}
      />
    </Suspense>
  );
}
