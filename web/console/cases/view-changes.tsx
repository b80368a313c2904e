import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, bodyOf, type Schemas } from '../api';
import { useWords } from '../language';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import type { CaseFilters } from './filters';
import { VIEW_WORDS } from './view-words';
import { searchOf, VIEWS } from './views';

interface Changes {
  readonly view: Schemas['SavedView'];
  readonly filters: CaseFilters;
}

/** Filters have left the view that they were taken from: they become its own, or go back to what it holds. */
export function ViewChanges({ view, filters }: Changes) {
  const t = useWords(VIEW_WORDS);
  const shell = useWords(SHELL_WORDS);
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      bodyOf(
        api.PATCH('/v1/views/{id}', {
          params: { path: { id: view.id } },
          body: { filters: { ...filters } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: VIEWS }),
  });
  return (
    <>
      {view.isMine && (
        <button
          type="button"
          className="button-main"
          disabled={save.isPending}
          title={view.sharing === 'organisation' ? t('overwriteShared') : undefined}
          onClick={() => save.mutate()}
        >
          {t('overwrite', { name: view.name })}
        </button>
      )}
      <Link to="/cases" search={searchOf(view)}>
        {t('revert')}
      </Link>
      <span role="alert" className="fault">
        {save.error && faultText(save.error, shell)}
      </span>
    </>
  );
}
