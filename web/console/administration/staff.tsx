import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf, type Schemas } from '../api';
import { useCodes } from '../codes';
import { useName, useWords } from '../language';
import { useMay, useMe } from '../session';
import { More, usePages } from '../shell/pages';
import { useSearchText } from '../shell/search-text';
import { Failed, Loading } from '../shell/states';
import type { StaffFilters } from './filters';
import { useOrganisations } from '../organisations';
import { useStaffRecord } from './staff-access';
import { StaffCard } from './staff-card';
import { StaffForm } from './staff-form';
import { STAFF_WORDS } from './staff-words';
import { TemporaryPassword } from './temporary-password';
import { ADMINISTRATION_WORDS } from './words';

/** Members of staff, by what is in the address. */
export function Staff() {
  const t = useWords(ADMINISTRATION_WORDS);
  const words = useWords(STAFF_WORDS);
  const name = useName();
  const codes = useCodes();
  const organisations = useOrganisations();
  const filters = useSearch({ from: '/administration/staff' });
  const navigate = useNavigate({ from: '/administration/staff' });
  const set = (change: Partial<Record<keyof StaffFilters, string | boolean | undefined>>) =>
    void navigate({ search: (now) => ({ ...now, ...change }) as StaffFilters, replace: true });
  const search = useSearchText(filters.q, (q) => set({ q }));
  const { left = false, ...asked } = filters;
  const { list, rows } = usePages(['administration', 'staff', filters], (page) =>
    bodyOf(api.GET('/v1/staff', { params: { query: { ...asked, active: !left, ...page } } })),
  );
  const may = useMay();
  const me = useMe();
  const [isAdding, setAdding] = useState(false);
  const [entered, setEntered] = useState<Schemas['StaffRecord']>();
  // Their own entry says what the caller may give.
  const own = useStaffRecord(may('staff.write') ? me.id : undefined);
  const nameOf = ({ nameEn: en, nameZh: zh }: Schemas['StaffRecord']): string => name({ en, zh });
  if (list.error && !list.data) return <Failed error={list.error} retry={() => void list.refetch()} />;
  return (
    <>
      {may('staff.write') && !isAdding && (
        <div className="register-head">
          <button type="button" className="button-main" disabled={!own.data} onClick={() => setAdding(true)}>
            {words('add')}
          </button>
        </div>
      )}
      {isAdding && own.data && (
        <StaffForm rolesToGive={own.data.rolesToGive} onSaved={setEntered} onClose={() => setAdding(false)} />
      )}
      {entered && (
        <section className="card" aria-labelledby="entered-title">
          <h2 id="entered-title">{words('enteredTitle', { name: nameOf(entered) })}</h2>
          <p>{words('enteredWhat', { login: entered.login })}</p>
          <TemporaryPassword
            id={entered.id}
            name={nameOf(entered)}
            isReplacing={false}
            onClose={() => setEntered(undefined)}
          />
        </section>
      )}
      <form className="filters" {...search.form}>
        <input aria-label={t('search')} placeholder={t('search')} {...search.input} />
        <select
          aria-label={t('role')}
          value={filters.role ?? ''}
          onChange={({ target }) => set({ role: target.value || undefined })}
        >
          <option value="">{`${t('role')}: ${t('all')}`}</option>
          {codes.all('role').map(({ code, name: named }) => (
            <option key={code} value={code}>
              {named}
            </option>
          ))}
        </select>
        <select
          aria-label={t('organisation')}
          value={filters.organisationId ?? ''}
          onChange={({ target }) => set({ organisationId: target.value || undefined })}
        >
          <option value="">{`${t('organisation')}: ${t('all')}`}</option>
          {organisations.data?.items.map(({ id, names }) => (
            <option key={id} value={id}>
              {name(names)}
            </option>
          ))}
        </select>
        <select
          aria-label={t('works')}
          value={left ? 'left' : ''}
          onChange={({ target }) => set({ left: target.value === 'left' || undefined })}
        >
          <option value="">{t('works')}</option>
          <option value="left">{t('left')}</option>
        </select>
      </form>
      {list.isPending ? (
        <Loading />
      ) : (
        <ul className="register">
          {rows.map((member) => (
            <li key={member.id} className="card">
              <StaffCard member={member} />
            </li>
          ))}
          {rows.length === 0 && <li className="quiet">{t('none')}</li>}
        </ul>
      )}
      <More list={list} />
    </>
  );
}
