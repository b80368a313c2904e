import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Failed, Loading } from '../shell/states';
import { Actions } from './actions';
import './case.css';
import { Clocks } from './clocks';
import { Documents } from './documents';
import { CaseHeader } from './header';
import { History } from './history';
import { Money, QuoteCard } from './money';
import { Parts } from './parts';
import { People } from './people';
import { useCase } from './queries';
import { Story } from './story';
import { Approvals, Tasks, Visits } from './tasks';

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
  return (
    <article className="case" key={number}>
      <CaseHeader detail={detail} />
      <div className="case-columns">
        <div className="case-main">
          <Actions detail={detail} />
          <Story detail={detail} />
          <History detail={detail} />
        </div>
        <aside className="case-side">
          <Clocks clocks={detail.clocks} />
          <People detail={detail} />
          <Tasks detail={detail} />
          <Approvals detail={detail} />
          <Visits detail={detail} />
          <Parts detail={detail} />
          <QuoteCard quote={detail.quote} />
          <Money number={number} />
          <Documents detail={detail} />
        </aside>
      </div>
    </article>
  );
}
