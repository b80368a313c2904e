import { useNavigate, useRouter } from '@tanstack/react-router';
import { useWords } from '../language';
import { usePreference } from '../preferences';
import type { Place } from '../walk';
import { CASE_WORDS } from './words';

/** Ways on once a command is saved. */
const WAYS = ['stay', 'list', 'next'] as const;
const WORD = { stay: 'afterStay', list: 'afterList', next: 'afterNext' } as const;
const useWay = () => usePreference('afterCommand', WAYS, 'stay');

declare module '@tanstack/history' {
  interface HistoryState {
    /** Said on the page to which a saved command led. */
    done?: string | undefined;
  }
}

/** Goes where the person wants to be after a command; at the end of the list it stays. */
export function useAfterCommand(place: Place | undefined): (done: string) => void {
  const [way] = useWay();
  const navigate = useNavigate();
  const { history } = useRouter();
  return (done) => {
    if (way === 'list') history.push(place?.walk.back ?? '/cases');
    if (way === 'next' && place?.next !== undefined)
      void navigate({
        to: '/cases/$number',
        params: { number: place.next },
        state: { walk: place.walk, done },
      });
  };
}

/** The choice of it, beside the button that saves. */
export function AfterCommand() {
  const t = useWords(CASE_WORDS);
  const [way, choose] = useWay();
  return (
    <label className="inline">
      {t('after')}{' '}
      <select
        value={way}
        onChange={({ target }) => choose(WAYS.find((one) => one === target.value) ?? 'stay')}
      >
        {WAYS.map((one) => (
          <option key={one} value={one}>
            {t(WORD[one])}
          </option>
        ))}
      </select>
    </label>
  );
}
