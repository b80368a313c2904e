import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Schemas } from '../api';
import { useWords } from '../language';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import { VIEW_WORDS } from './view-words';
import { VIEWS } from './views';

interface Deleted {
  readonly view: Schemas['SavedView'];
  readonly onDone: () => void;
}

/** A press asks, with what it means for colleagues; the second one deletes. */
export function DeleteView({ view, onDone }: Deleted) {
  const t = useWords(VIEW_WORDS);
  const shell = useWords(SHELL_WORDS);
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const remove = useMutation({
    mutationFn: () => api.DELETE('/v1/views/{id}', { params: { path: { id: view.id } } }),
    onSuccess: () => {
      onDone();
      return queries.invalidateQueries({ queryKey: VIEWS });
    },
  });
  if (!isAsked)
    return (
      <button type="button" className="button-plain" onClick={() => setAsked(true)}>
        {t('deleteView')}
      </button>
    );
  return (
    <span className="buttons" role="group" aria-label={t('deleteView')}>
      <span>
        {t(view.sharing === 'organisation' ? 'deleteSharedSure' : 'deleteSure', { name: view.name })}
      </span>
      <button
        type="button"
        className="button-main"
        autoFocus
        disabled={remove.isPending}
        onClick={() => remove.mutate()}
      >
        {t('deleteView')}
      </button>
      <button type="button" className="button-plain" onClick={() => setAsked(false)}>
        {shell('cancel')}
      </button>
      <span role="alert" className="fault">
        {remove.error && faultText(remove.error, shell)}
      </span>
    </span>
  );
}
