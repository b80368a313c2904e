import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useName, useWords } from '../language';
import '../shell/pieces.css';
import { DeleteView } from './delete-view';
import { caseFilters, type CaseFilters, type CaseSearch } from './filters';
import { ViewChanges } from './view-changes';
import { ViewForm } from './view-form';
import { FirstView } from './first-view';
import { VIEW_WORDS } from './view-words';
import { isSame, searchOf, viewOf, type Views } from './views';

interface Saved {
  readonly views: Views;
  readonly search: CaseSearch;
  readonly filters: CaseFilters;
}

/** Lists with their filters under a name, as tabs: the reader's own, and those that colleagues share. */
export function SavedViews({ views, search, filters }: Saved) {
  const t = useWords(VIEW_WORDS);
  const name = useName();
  const navigate = useNavigate({ from: '/cases' });
  const [form, setForm] = useState<'save' | 'change'>();
  const current = viewOf(views.items, search, filters);
  const isFiltered = Object.keys(filters).length > 0;
  const isChanged = current !== undefined && !isSame(caseFilters(current.filters), filters);
  const isMine = current?.isMine === true;
  // The open form may have lost its view or its filters: another was chosen, or the view was deleted.
  const shown = form === 'change' ? isMine : isFiltered && (!current || isChanged);
  const toggle = (kind: 'save' | 'change') => (
    <button
      type="button"
      className="button-plain"
      aria-expanded={form === kind}
      onClick={() => setForm(form === kind ? undefined : kind)}
    >
      {t(kind === 'save' ? 'saveView' : 'changeView')}
    </button>
  );
  return (
    <div className="saved-views">
      <nav className="tabs" aria-label={t('views')}>
        <Link
          to="/cases"
          search={views.none}
          className="button-plain"
          activeProps={{}}
          aria-current={isFiltered || current ? undefined : 'page'}
        >
          {t('all')}
        </Link>
        {views.items.map((view) => (
          <Link
            key={view.id}
            to="/cases"
            search={searchOf(view)}
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
            {view === views.first && <span title={t('isFirst')}> ★</span>}
          </Link>
        ))}
      </nav>
      {current && isChanged && <ViewChanges view={current} filters={filters} />}
      {isFiltered && (!current || isChanged) && toggle('save')}
      {isMine && toggle('change')}
      {current && <FirstView view={current} views={views} />}
      {isMine && (
        <DeleteView
          key={current.id}
          view={current}
          onDone={() => {
            if (current === views.first) views.setFirst(null);
            void navigate({ search: filters, replace: true });
          }}
        />
      )}
      {form && shown && (
        <ViewForm
          key={form === 'change' ? `form of ${current?.id}` : 'new'}
          view={form === 'change' ? current : undefined}
          filters={filters}
          onDone={(saved) => {
            setForm(undefined);
            if (saved) void navigate({ search: searchOf(saved), replace: true });
          }}
        />
      )}
    </div>
  );
}
