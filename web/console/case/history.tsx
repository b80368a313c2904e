import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { dayText, instantText, timeText } from '../../shared/instants';
import { api, bodyOf } from '../api';
import { useLanguage, useWords } from '../language';
import { groupedByDay, happenedAt, isLate, isNoise, withoutDoubles } from './grouped';
import { NoteBox } from './note-box';
import type { CaseDetail, Entry } from './queries';
import { saidOnce, sentenceOf, textOf } from './sentence';
import { CASE_WORDS } from './words';

interface Of {
  readonly detail: CaseDetail;
}

/** Shows the events by day, the most recent first. Notes that the system made for itself are folded. */
export function History({ detail }: Of) {
  const t = useWords(CASE_WORDS);
  const { language } = useLanguage();
  const { entries, older } = useEntries(detail);
  return (
    <section className="card history" aria-labelledby="history">
      <h2 id="history">{t('timeline')}</h2>
      <NoteBox detail={detail} />
      {groupedByDay(entries).map(({ day, groups }) => (
        <Fragment key={day}>
          <h3>{dayText(day, language)}</h3>
          <ol className="events">
            {groups.map((group) => {
              const [first] = group;
              if (!first) return null;
              return isNoise(first) && group.length > 1 ? (
                <li key={first.seq} className="folded">
                  <details>
                    <summary>{t('folded', { count: group.length })}</summary>
                    <ol>
                      {group.map((entry) => (
                        <Event key={entry.seq} entry={entry} number={detail.number} />
                      ))}
                    </ol>
                  </details>
                </li>
              ) : (
                group.map((entry) => <Event key={entry.seq} entry={entry} number={detail.number} />)
              );
            })}
          </ol>
        </Fragment>
      ))}
      {older && (
        <button type="button" className="button-plain no-print" onClick={older} data-older>
          {t('older')}
        </button>
      )}
    </section>
  );
}

function Event({ entry, number }: { readonly entry: Entry; readonly number: string }) {
  const t = useWords(CASE_WORDS);
  const { language } = useLanguage();
  const text = textOf(entry);
  const [whole, setWhole] = useState(false);
  const read = useQuery({
    queryKey: ['case-event', number, entry.seq],
    queryFn: () => readEvents(number, { after: entry.seq - 1, limit: 1 }),
    enabled: whole,
    staleTime: Infinity,
  });
  const [full] = read.data?.items ?? [];
  const said = saidOnce(sentenceOf(entry, language), full ? textOf(full) : text);
  return (
    <li className={isNoise(entry) ? 'event quiet' : 'event'}>
      <time dateTime={happenedAt(entry)} title={instantText(happenedAt(entry), language)}>
        {timeText(happenedAt(entry), language)}
      </time>
      <div>
        <span>{said.sentence}</span>{' '}
        <span className="quiet">{entry.actor.kind === 'system' ? t('system') : entry.actor.name}</span>
        {isLate(entry) && (
          <span className="quiet"> · {t('recordedAt', { at: instantText(entry.at, language) })}</span>
        )}
        {said.words !== undefined && <p className="words">{said.words}</p>}
        {text?.endsWith('…') === true && !full && (
          <button type="button" className="link" onClick={() => setWhole(true)}>
            {t('wholeText')}
          </button>
        )}
      </div>
    </li>
  );
}

const readEvents = (
  number: string,
  query: { readonly before?: number; readonly after?: number; readonly limit?: number },
) => bodyOf(api.GET('/v1/cases/{number}/timeline', { params: { path: { number }, query } }));

/** The latest events come with the case. Those before them are read when they are asked for, and never change. */
function useEntries({ number, timeline }: CaseDetail) {
  const [from, setFrom] = useState<number>();
  const first = timeline.items[0]?.seq ?? 1;
  const older = useInfiniteQuery({
    queryKey: ['case-older', number, from],
    queryFn: ({ pageParam }) => readEvents(number, { before: pageParam }),
    initialPageParam: from ?? 1,
    getNextPageParam: ({ earlier }) => earlier,
    enabled: from !== undefined,
    staleTime: Infinity,
  });
  // New events push older ones out of the case's own stretch: these would be missing in between.
  const between = useQuery({
    queryKey: ['case-between', number, from, first],
    queryFn: () => readEvents(number, { after: (from ?? 1) - 1, limit: first - (from ?? first) }),
    enabled: from !== undefined && first > from,
    staleTime: Infinity,
  });
  const entries = withoutDoubles([
    ...(older.data?.pages.flatMap(({ items }) => items) ?? []),
    ...(between.data?.items ?? []),
    ...timeline.items,
  ]);
  const more = (): void => {
    if (from === undefined) setFrom(first);
    else void older.fetchNextPage();
  };
  const hasMore = from === undefined ? timeline.earlier !== null : older.hasNextPage;
  return { entries, older: hasMore ? more : undefined };
}
