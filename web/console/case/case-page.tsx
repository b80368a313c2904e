import { useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useLanguage, useWords } from '../language';
import { useMarkSeen } from '../seen';
import { Failed, Loading } from '../shell/states';
import { usePlace, type Place } from '../walk';
import { useAfterCommand } from './after-command';
import { Actions } from './actions';
import './case.css';
import { Clocks } from './clocks';
import { CommandOfCase } from './command-of-case';
import { Documents } from './documents';
import { CaseHeader } from './header';
import { History } from './history';
import { Keys, type Key } from './keys';
import { Messages } from './messages';
import { Money, QuoteCard } from './money';
import { Parts } from './parts';
import { People } from './people';
import { Present } from './presence';
import { useCase, type CaseDetail } from './queries';
import { FactsOfCase } from './snippet-facts';
import { Stages } from './stages';
import { Story } from './story';
import { Approvals, Tasks, Visits } from './tasks';
import { CASE_WORDS } from './words';

/** One case, whole. */
export function CasePage() {
  const { number } = useParams({ from: '/cases/$number' });
  const found = useCase(number);
  const detail = found.data;
  useEffect(() => {
    if (detail) document.title = `${detail.number} · ${detail.subject}`;
    return () => {
      document.title = 'Aftercare';
    };
  }, [detail]);
  if (found.error && !detail) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (!detail) return <Loading />;
  return <Page key={number} detail={detail} />;
}

/** Single keys for the commands that a desk gives all day. */
const KEYS: Readonly<Record<string, string>> = {
  a: 'answer',
  c: 'classify',
  p: 'changePriority',
  d: 'dispatch',
  h: 'handOver',
};

/** A form that was opened, and the version that was read then. */
interface Opened {
  readonly type: string;
  readonly version: number;
}

function Page({ detail }: { readonly detail: CaseDetail }) {
  const t = useWords(CASE_WORDS);
  const { language } = useLanguage();
  const [opened, setOpened] = useState<Opened>();
  const done = useLocation({ select: ({ state }) => state.done });
  const [said, setSaid] = useState(done ?? '');
  useMarkSeen(detail.number, detail.version);
  const place = usePlace(detail.number);
  const go = useGo(place);
  const goOn = useAfterCommand(place);
  const open = (type: string): void => {
    const command = detail.commands.find((known) => known.type === type);
    if (!command) return;
    setSaid(command.why ? command.why[language] : '');
    if (command.allowed) setOpened({ type, version: detail.version });
  };
  const keys: readonly Key[] = [
    ...Object.entries(KEYS).flatMap(([key, type]) => {
      const command = detail.commands.find((known) => known.type === type);
      return command ? [{ key, label: command.names[language], act: () => open(type) }] : [];
    }),
    { key: 'n', label: t('keyNote'), act: () => document.querySelector<HTMLElement>('#note')?.focus() },
    {
      key: '.',
      label: t('copyNumber'),
      act: () => document.querySelector<HTMLElement>('[data-key="."]')?.click(),
    },
    { key: '[', label: t('previous'), act: () => go(place?.previous) },
    { key: ']', label: t('next'), act: () => go(place?.next) },
  ];
  return (
    <article className="case">
      <CaseHeader detail={detail} place={place} />
      <Present number={detail.number} isEditing={opened !== undefined} />
      <Stages detail={detail} />
      <div className="case-columns">
        <div className="case-main">
          <FactsOfCase detail={detail}>
            <Actions detail={detail} opened={opened?.type} onOpen={open} said={said} />
            {opened && (
              <CommandOfCase
                key={opened.type}
                detail={detail}
                opened={opened}
                onClose={(done) => {
                  setOpened(undefined);
                  setSaid(done ?? '');
                }}
                onSaved={goOn}
              />
            )}
            <Story detail={detail} />
            <History detail={detail} />
          </FactsOfCase>
        </div>
        <aside className="case-side" aria-label={t('facts')}>
          <Clocks number={detail.number} clocks={detail.clocks} />
          <People detail={detail} />
          <Tasks detail={detail} />
          <Approvals detail={detail} />
          <Visits detail={detail} />
          <Parts detail={detail} />
          <QuoteCard quote={detail.quote} />
          <Money number={detail.number} />
          <Messages number={detail.number} />
          <Documents detail={detail} />
        </aside>
      </div>
      <Keys keys={keys} />
    </article>
  );
}

function useGo(place: Place | undefined) {
  const navigate = useNavigate();
  return (number: string | undefined): void => {
    if (number !== undefined)
      void navigate({ to: '/cases/$number', params: { number }, state: { walk: place?.walk } });
  };
}
