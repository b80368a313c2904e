import { Link, useRouter } from '@tanstack/react-router';
import { useWords } from '../language';
import type { Place } from '../walk';
import { CASE_WORDS } from './words';

/** Where the case stands in the list that one came from, with the ways to its neighbours and back. */
export function PlaceInList({ place }: { readonly place: Place }) {
  const t = useWords(CASE_WORDS);
  const { history } = useRouter();
  const { walk, at, total, previous, next } = place;
  return (
    <nav className="place-in-list" aria-label={t('placeInList')}>
      <Beside walk={walk} number={previous} sign="‹" name={t('previous')} />
      <a
        href={walk.back}
        title={t('backToList')}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          history.push(walk.back);
        }}
      >
        <span className="sr">{t('backToList')}: </span>
        {total === undefined
          ? t('placeOfMore', { at, count: walk.numbers.length })
          : t('placeOf', { at, total })}
      </a>
      <Beside walk={walk} number={next} sign="›" name={t('next')} />
    </nav>
  );
}

interface BesideCase extends Pick<Place, 'walk'> {
  readonly number: string | undefined;
  readonly sign: string;
  readonly name: string;
}

/** Keeps its room at an end of the list: the other button stays under the pointer. */
function Beside({ walk, number, sign, name }: BesideCase) {
  if (number === undefined)
    return (
      <span className="beside beside-none" aria-hidden="true">
        {sign}
      </span>
    );
  return (
    <Link
      to="/cases/$number"
      params={{ number }}
      state={{ walk }}
      className="button-plain beside"
      aria-label={`${name}: ${number}`}
    >
      {sign}
    </Link>
  );
}
