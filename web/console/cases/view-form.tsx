import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf, type Schemas } from '../api';
import { useWords } from '../language';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import type { CaseFilters } from './filters';
import { VIEW_WORDS } from './view-words';
import { VIEWS } from './views';

interface Saving {
  /** The view to change; without one the filters become a new view. */
  readonly view: Schemas['SavedView'] | undefined;
  readonly filters: CaseFilters;
  /** With the view as it was saved. */
  readonly onDone: (saved?: Schemas['SavedView']) => void;
}

/** Name of a view, and whether colleagues have it too. */
export function ViewForm({ view, filters, onDone }: Saving) {
  const t = useWords(VIEW_WORDS);
  const shell = useWords(SHELL_WORDS);
  const queries = useQueryClient();
  const [name, setName] = useState(view?.name ?? '');
  const [isShared, setShared] = useState(view?.sharing === 'organisation');
  const save = useMutation({
    mutationFn: () => {
      const given = { name: name.trim(), sharing: isShared ? 'organisation' : 'private' } as const;
      return bodyOf(
        view
          ? api.PATCH('/v1/views/{id}', { params: { path: { id: view.id } }, body: given })
          : api.POST('/v1/views', { body: { ...given, list: 'cases', filters: { ...filters } } }),
      );
    },
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: VIEWS });
      // Renamed, it keeps the filters of the address; a new one is where the reader is now.
      onDone(view ? undefined : saved);
    },
  });
  return (
    <form
      className="filters view-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <label>
        {t('name')}{' '}
        <input
          required
          autoFocus
          pattern=".*\S.*"
          maxLength={100}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <label className="check">
        <input type="checkbox" checked={isShared} onChange={({ target }) => setShared(target.checked)} />
        {t('share')}
      </label>
      <button type="submit" className="button-main" disabled={save.isPending}>
        {shell('save')}
      </button>
      <button type="button" className="button-plain" onClick={() => onDone()}>
        {shell('cancel')}
      </button>
      <span role="alert" className="fault">
        {save.error && faultText(save.error, shell)}
      </span>
    </form>
  );
}
