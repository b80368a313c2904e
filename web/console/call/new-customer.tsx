import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api';
import { useName, useWords } from '../language';
import { useMe } from '../session';
import type { Drafting } from './draft';
import { CALL_WORDS } from './words';

/** Makes a customer of an unknown caller, with a name and a centre. */
export function NewCustomer({ draft, change }: Pick<Drafting, 'draft' | 'change'>) {
  const t = useWords(CALL_WORDS);
  const nameOf = useName();
  const { organisation } = useMe();
  const asks = organisation.kind === 'hq';
  const centres = useQuery({
    queryKey: ['organisations', 'centre'],
    queryFn: () => bodyOf(api.GET('/v1/organisations', { params: { query: { kind: 'centre' } } })),
    enabled: asks,
    staleTime: Infinity,
  });
  return (
    <fieldset className="plain" disabled={draft.registered !== undefined}>
      <label>
        {t('takeIn')}
        <input
          value={draft.newCustomer ?? ''}
          maxLength={200}
          placeholder={draft.name}
          onChange={({ target }) => change({ newCustomer: target.value })}
        />
      </label>
      <label>
        {t('newAddress')}
        <input
          value={draft.address ?? ''}
          maxLength={300}
          onChange={({ target }) => change({ address: target.value })}
        />
      </label>
      {asks && (
        <label>
          {t('centre')}
          <select
            value={draft.regionId ?? ''}
            onChange={({ target }) => change({ regionId: target.value || undefined })}
          >
            <option value="" />
            {centres.data?.items.map(({ id, names }) => (
              <option key={id} value={id}>
                {nameOf(names)}
              </option>
            ))}
          </select>
        </label>
      )}
      <p className="quiet">{t('takeInHelp')}</p>
    </fieldset>
  );
}
