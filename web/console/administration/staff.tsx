import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf, type Schemas } from '../api';
import { useCodes } from '../codes';
import { useName, useWords } from '../language';
import { useMay } from '../session';
import { More, usePages } from '../shell/pages';
import { useSearchText } from '../shell/search-text';
import { Failed, Loading } from '../shell/states';
import { Absences } from './absences';
import { Facts } from './facts';
import type { StaffFilters } from './filters';
import { useOrganisations } from '../organisations';
import { ADMINISTRATION_WORDS } from './words';

/** Members of staff, by what is in the address. */
export function Staff() {
  const t = useWords(ADMINISTRATION_WORDS);
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
  if (list.error && !list.data) return <Failed error={list.error} retry={() => void list.refetch()} />;
  return (
    <>
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

function StaffCard({ member }: { readonly member: Schemas['Colleague'] }) {
  const t = useWords(ADMINISTRATION_WORDS);
  const name = useName();
  const codes = useCodes();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const isEngineer = member.roles.includes('repair-engineer');
  return (
    <>
      <div className="entry-head">
        <h2>{name(member.names)}</h2>
        <span>{member.organisation.name}</span>
        <span className="quiet">{member.id}</span>
        {!member.active && <span className="chip">{t('left')}</span>}
      </div>
      <Facts
        facts={[
          [t('role'), member.roles.map((role) => codes.name('role', role)).join(', ')],
          [t('phone'), member.phone],
          [t('email'), member.email],
          member.skills.length === 0 ? undefined : [t('skills'), member.skills.join(', ')],
        ]}
      />
      {isEngineer && may('absence.read') && (
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{t('absences')}</summary>
          {isOpen && <Absences staffId={member.id} />}
        </details>
      )}
    </>
  );
}
