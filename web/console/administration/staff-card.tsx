import { useState } from 'react';
import type { Schemas } from '../api';
import { useCodes } from '../codes';
import { useName, useWords } from '../language';
import { useOrganisations } from '../organisations';
import { useMay, useMe } from '../session';
import { Failed, Loading } from '../shell/states';
import { Absences } from './absences';
import { Facts } from './facts';
import { StaffAccess, useStaffRecord } from './staff-access';
import { StaffForm } from './staff-form';
import { STAFF_WORDS } from './staff-words';
import { ADMINISTRATION_WORDS } from './words';

/** Somebody in the register; opened, their access, their absences and what was changed. */
export function StaffCard({ member }: { readonly member: Schemas['Colleague'] }) {
  const t = useWords(ADMINISTRATION_WORDS);
  const words = useWords(STAFF_WORDS);
  const name = useName();
  const codes = useCodes();
  const may = useMay();
  const isInReach = useReach()(member.organisation.id) && may('staff.write');
  const [isOpen, setOpen] = useState(false);
  const [hasAbsences, setAbsences] = useState(false);
  const [isCorrecting, setCorrecting] = useState(false);
  const isEngineer = member.roles.includes('repair-engineer');
  if (isCorrecting) return <Correction staffId={member.id} onClose={() => setCorrecting(false)} />;
  return (
    <>
      <div className="entry-head">
        <h2>{name(member.names)}</h2>
        <span>{member.organisation.name}</span>
        <span className="quiet">{member.id}</span>
        {!member.active && <span className="chip">{t('left')}</span>}
        {isInReach && (
          <button
            type="button"
            className="button-plain"
            aria-label={words('correctWhom', { name: name(member.names) })}
            onClick={() => setCorrecting(true)}
          >
            {words('correct')}
          </button>
        )}
      </div>
      <Facts
        facts={[
          [t('role'), member.roles.map((role) => codes.name('role', role)).join(', ')],
          [t('phone'), member.phone],
          [t('email'), member.email],
          member.skills.length === 0 ? undefined : [t('skills'), member.skills.join(', ')],
        ]}
      />
      {isInReach && (
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{words('access')}</summary>
          {isOpen && <StaffAccess staffId={member.id} />}
        </details>
      )}
      {isEngineer && may('absence.read') && (
        <details onToggle={({ currentTarget }) => setAbsences(currentTarget.open)}>
          <summary>{t('absences')}</summary>
          {hasAbsences && <Absences staffId={member.id} />}
        </details>
      )}
    </>
  );
}

/** Whether the caller administers the people of an organisation: headquarters all, a director their region. */
function useReach(): (organisationId: string) => boolean {
  const { scope } = useMe();
  const { data } = useOrganisations();
  return (id) =>
    scope.kind === 'all' ||
    id === scope.regionId ||
    data?.items.find((one) => one.id === id)?.parentId === scope.regionId;
}

function Correction({ staffId, onClose }: { readonly staffId: string; readonly onClose: () => void }) {
  const words = useWords(STAFF_WORDS);
  const me = useMe();
  const record = useStaffRecord(staffId);
  if (record.error && !record.data)
    return <Failed error={record.error} retry={() => void record.refetch()} />;
  if (!record.data) return <Loading />;
  const { mayAdminister, rolesToGive } = record.data;
  if (!mayAdminister && staffId !== me.id) return <p className="quiet">{words('above')}</p>;
  return <StaffForm record={record.data} rolesToGive={rolesToGive} onClose={onClose} />;
}
