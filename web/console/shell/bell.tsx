import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { instantText } from '../../shared/instants';
import { api, bodyOf, type Schemas } from '../api';
import { useLanguage, useWords } from '../language';
import { BELL_WORDS } from './bell-words';
import './bell.css';
import { faultText } from './faults';
import { SHELL_WORDS } from './words';

const PAGE = 20;
const KEY = 'notifications';
const PANEL = 'messages';

const markRead = (id: string) =>
  bodyOf(api.POST('/v1/notifications/{id}/read', { params: { path: { id } } }));

/** Messages to the reader: how many are unread, and the list of them behind the bell. */
export function Bell() {
  const t = useWords(BELL_WORDS);
  const shell = useWords(SHELL_WORDS);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const panel = useRef<HTMLDivElement>(null);
  const list = useInfiniteQuery({
    queryKey: [KEY, language],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/v1/notifications', {
          params: { query: { limit: PAGE, ...(pageParam !== '' && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
  const again = () => queries.invalidateQueries({ queryKey: [KEY] });
  const read = useMutation({ mutationFn: markRead, onSettled: again });
  const readAll = useMutation({
    // Messages that come while this is under way stay unread.
    mutationFn: (upTo: string) => bodyOf(api.POST('/v1/notifications/read-all', { body: { upTo } })),
    onSettled: again,
  });
  const unread = list.data?.pages[0]?.unread ?? 0;
  // After a switch of languages the count stays, and messages in the other language go at once.
  const items = list.isPlaceholderData ? [] : (list.data?.pages.flatMap((page) => page.items) ?? []);
  const latest =
    items
      .map(({ createdAt }) => createdAt)
      .sort()
      .at(-1) ?? new Date().toISOString();
  const fault = readAll.error ?? read.error ?? list.error;
  const close = () => panel.current?.hidePopover();
  return (
    <>
      <button
        type="button"
        className="bell button-plain"
        popoverTarget={PANEL}
        aria-label={t('bell', { count: unread })}
      >
        <BellIcon />
        {unread > 0 && <span className="bell-count">{unread > 99 ? '99+' : unread}</span>}
      </button>
      <div ref={panel} id={PANEL} popover="auto" className="bell-panel" role="region" aria-label={t('title')}>
        <div className="bell-head">
          <h2>{t('title')}</h2>
          {unread > 0 && (
            <button
              type="button"
              className="button-plain"
              disabled={readAll.isPending}
              onClick={() => readAll.mutate(latest)}
            >
              {t('readAll')}
            </button>
          )}
        </div>
        {fault && <p role="alert">{faultText(fault, shell)}</p>}
        {list.isPlaceholderData && <p className="quiet">{shell('loading')}</p>}
        {items.length === 0 && !list.isPending && !list.isPlaceholderData && (
          <p className="quiet">{t('none')}</p>
        )}
        <ul>
          {items.map((item) => (
            <Message key={item.id} item={item} onOpen={close} onRead={() => read.mutate(item.id)} />
          ))}
        </ul>
        {list.hasNextPage && (
          <button type="button" className="button-plain" onClick={() => void list.fetchNextPage()}>
            {t('older')}
          </button>
        )}
      </div>
    </>
  );
}

interface MessageOf {
  readonly item: Schemas['Notification'];
  readonly onOpen: () => void;
  readonly onRead: () => void;
}

function Message({ item, onOpen, onRead }: MessageOf) {
  const t = useWords(BELL_WORDS);
  const { language } = useLanguage();
  const { title, text, caseNumber, createdAt, readAt } = item;
  const isUnread = readAt === null;
  const opened = () => {
    onOpen();
    if (isUnread) onRead();
  };
  return (
    <li className={isUnread ? 'bell-unread' : undefined}>
      <p>
        {caseNumber === null ? (
          <strong>{title}</strong>
        ) : (
          <Link to="/cases/$number" params={{ number: caseNumber }} onClick={opened}>
            {title}
          </Link>
        )}
        {isUnread && <span className="chip">{t('unread')}</span>}
      </p>
      <p>{text}</p>
      <p className="quiet bell-foot">
        {instantText(createdAt, language)}
        {isUnread && (
          <button type="button" aria-label={`${t('read')}: ${title}`} onClick={onRead}>
            {t('read')}
          </button>
        )}
      </p>
    </li>
  );
}

const BellIcon = () => (
  <svg width="18" height="18" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor">
    <path
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      d="M6 10a6 6 0 0 1 12 0c0 5 2 6 2 7H4c0-1 2-2 2-7m4 10a2 2 0 0 0 4 0"
    />
  </svg>
);
