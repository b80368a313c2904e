import { useName, useWords } from '../language';
import { useMe } from '../session';
import { useOrganisations } from '../organisations';
import { RISK_WORDS } from './words';

interface Choosing {
  readonly value: string | undefined;
  readonly onChange: (organisationId: string | undefined) => void;
}

/** Centres and outlets in sight of the reader. */
export function OrganisationSelect({ value, onChange }: Choosing) {
  const t = useWords(RISK_WORDS);
  const name = useName();
  const { scope } = useMe();
  const items = (useOrganisations().data?.items ?? []).filter(
    ({ id, parentId, kind }) =>
      kind !== 'hq' &&
      (scope.kind === 'all' || id === scope.regionId || parentId === scope.regionId || id === scope.outletId),
  );
  return (
    <label>
      {t('organisation')}
      <select value={value ?? ''} onChange={({ target }) => onChange(target.value || undefined)}>
        <option value="">{t('everywhere')}</option>
        {items.map((one) => (
          <option key={one.id} value={one.id}>
            {name(one.names)}
          </option>
        ))}
      </select>
    </label>
  );
}
