import { useWords } from '../language';
import type { Depot } from './depots';
import { PARTS_WORDS } from './words';

interface Of {
  readonly depots: readonly Depot[];
  readonly depot: Depot | undefined;
  readonly choose: (id: string) => void;
}

/** The depot that the lists are of, for people who have several. */
export function DepotChooser({ depots, depot, choose }: Of) {
  const t = useWords(PARTS_WORDS);
  if (depots.length < 2) return null;
  return (
    <label className="depot-chooser">
      {t('depot')}
      <select value={depot?.id} onChange={({ target }) => choose(target.value)}>
        {depots.map(({ id, name, isMine }) => (
          <option key={id} value={id}>
            {isMine ? `${name} · ${t('mine')}` : name}
          </option>
        ))}
      </select>
    </label>
  );
}
