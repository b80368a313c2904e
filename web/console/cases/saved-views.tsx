import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf } from '../api';
import { useName, useWords } from '../language';
import '../shell/pieces.css';
import { DeleteView } from './delete-view';
import { caseFilters, type CaseFilters } from './filters';
import { ViewForm } from './view-form';
import { VIEW_WORDS } from './view-words';
import { VIEWS } from './views';

/** Lists with their filters under a name, as tabs: the reader's own, and those that colleagues share. */
export function SavedViews({ filters }: { readonly filters: CaseFilters }) {
  const t = useWords(VIEW_WORDS);
  const name = useName();
  const [form, setForm] = useState<'save' | 'change'>();
  const views = useQuery({
    queryKey: VIEWS,
    queryFn: () => bodyOf(api.GET('/v1/views', { params: { query: { list: 'cases' } } })),
  });
  const items = views.data?.items ?? [];
  const fitting = items.filter((view) => isSame(caseFilters(view.filters), filters));
  const current = fitting.find(({ isMine }) => isMine) ?? fitting[0];
  const isFiltered = Object.keys(filters).length > 0;
  // The open form may have lost its view or its filters: another was chosen, or the view was deleted.
  const kind = current ? (current.isMine ? 'change' : undefined) : isFiltered ? 'save' : undefined;
  return (
    <div className="saved-views">
      <nav className="tabs" aria-label={t('views')}>
        <Link
          to="/cases"
          search={{}}
          className="button-plain"
          activeProps={{}}
          aria-current={isFiltered ? undefined : 'page'}
        >
          {t('all')}
        </Link>
        {items.map((view) => (
          <Link
            key={view.id}
            to="/cases"
            search={caseFilters(view.filters)}
            className="button-plain"
            activeProps={{}}
            aria-current={view === current ? 'page' : undefined}
            title={
              view.isMine
                ? undefined
                : t('sharedBy', { name: name({ en: view.owner.nameEn, zh: view.owner.nameZh }) })
            }
          >
            {view.sharing === 'organisation' ? `${view.name} · ${t('shared')}` : view.name}
          </Link>
        ))}
      </nav>
      {kind && (
        <button
          type="button"
          className="button-plain"
          aria-expanded={form === kind}
          onClick={() => setForm(form === kind ? undefined : kind)}
        >
          {t(kind === 'save' ? 'saveView' : 'changeView')}
        </button>
      )}
      {current?.isMine && <DeleteView key={current.id} view={current} />}
      {kind && form === kind && (
        <ViewForm key={current?.id} view={current} filters={filters} onDone={() => setForm(undefined)} />
      )}
    </div>
  );
}

/** Filters say the same in any order. */
const isSame = (left: CaseFilters, right: CaseFilters): boolean => textOf(left) === textOf(right);
const textOf = (filters: CaseFilters): string =>
  JSON.stringify(Object.entries(filters).sort(([left], [right]) => (left < right ? -1 : 1)));
