import type { Schemas } from '../api';
import { useCodes } from '../codes';
import { useName } from '../language';
import { useColleagues } from './queries';

interface Selecting {
  readonly id: string;
  readonly value: string;
  readonly hint: string;
  readonly onChange: (staffId: string) => void;
  readonly isFit: (colleague: Schemas['Colleague']) => boolean;
}

/** Colleagues at work, by the place where they work. */
export function ColleagueSelect({ id, value, hint, onChange, isFit }: Selecting) {
  const name = useName();
  const codes = useCodes();
  const colleagues = (useColleagues(true).data?.items ?? []).filter(isFit);
  const places = new Map(colleagues.map(({ organisation }) => [organisation.id, organisation.name]));
  return (
    <select id={id} required value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">{hint}</option>
      {[...places].map(([place, placeName]) => (
        <optgroup key={place} label={placeName}>
          {colleagues
            .filter(({ organisation }) => organisation.id === place)
            .map((one) => (
              <option key={one.id} value={one.id}>
                {`${name(one.names)} · ${one.roles.map((role) => codes.name('role', role)).join(', ')}`}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}
