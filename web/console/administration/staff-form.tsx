import { api, bodyOf, type Schemas } from '../api';
import { useCodes } from '../codes';
import { useName, useWords } from '../language';
import { useOrganisations } from '../organisations';
import { OWN_NAMES, type Bilingual } from '../../shared/language';
import { useMe } from '../session';
import { choices, field, group } from './fields';
import { useProducts } from './queries';
import { changesOf } from './rebase';
import { RegisterForm } from './register-form';
import { STAFF_WORDS as W } from './staff-words';
import { ADMINISTRATION_WORDS } from './words';

type Entry = Schemas['NewStaff'];
type StaffRecord = Schemas['StaffRecord'];

interface Form {
  /** The entry to correct; undefined for somebody new. */
  readonly record?: StaffRecord;
  readonly rolesToGive: readonly string[];
  readonly onSaved?: (record: StaffRecord) => void;
  readonly onClose: () => void;
}

/** Enters somebody who works here from now on, or corrects what is on record of them. */
export function StaffForm({ record, rolesToGive, onSaved, onClose }: Form) {
  const t = useWords(W);
  const name = useName();
  const me = useMe();
  const codes = useCodes();
  const organisations = useOrganisations();
  const products = useProducts();
  const isOwn = record?.id === me.id;
  const inReach = (organisations.data?.items ?? []).filter(
    ({ id, parentId, active }) =>
      (active || id === record?.organisationId) &&
      (me.scope.kind === 'all' || id === me.scope.regionId || parentId === me.scope.regionId),
  );
  const families = [...new Set(products.data?.items.map(({ family }) => family))].sort();
  const given = codes
    .all('role')
    .filter(({ code }) => rolesToGive.includes(code) || record?.roles.some((role) => role === code));
  const line = (label: Bilingual, maxLength: number, help?: Bilingual) =>
    field('line', label, { maxLength, ...(help && { help }) });
  const schema = group(
    {
      nameZh: line(W.nameZh, 200),
      nameEn: line(W.nameEn, 200),
      login: line(W.login, 64, W.loginHelp),
      // One's own rights are for others to change.
      ...(!isOwn && {
        organisationId: field('organisation', ADMINISTRATION_WORDS.organisation),
        roles: choices(
          W.roles,
          given.map(({ code }) => code),
          { codes: 'role', help: W.rolesHelp },
        ),
      }),
      phone: line(ADMINISTRATION_WORDS.phone, 40),
      email: line(ADMINISTRATION_WORDS.email, 254),
      language: field('choice', W.language, {
        enum: ['zh', 'en'],
        options: { zh: { en: OWN_NAMES.zh, zh: OWN_NAMES.zh }, en: { en: OWN_NAMES.en, zh: OWN_NAMES.en } },
      }),
      skills: choices(W.skills, families),
      ...(!isOwn && { subject: line(W.subject, 255, W.subjectHelp) }),
    },
    ['nameZh', 'nameEn', 'login', 'organisationId', 'roles', 'phone', 'email', 'language'],
  );
  const { id, version } = record ?? {};
  const save = async (data: Entry, key: string, changed: readonly string[]): Promise<void> => {
    const body = { ...data, skills: data.skills ?? [] };
    const saved =
      id === undefined
        ? await bodyOf(api.POST('/v1/staff', { params: { header: { 'idempotency-key': key } }, body }))
        : await bodyOf(
            api.PATCH('/v1/staff/{id}', {
              params: { path: { id }, header: { 'if-match': `"${version}"` } },
              body: changesOf({ ...body, subject: data.subject ?? null }, changed),
            }),
          );
    onSaved?.(saved);
  };
  return (
    <RegisterForm<Entry>
      place={`staff-${id ?? 'new'}`}
      title={record ? t('correctWhom', { name: name({ en: record.nameEn, zh: record.nameZh }) }) : t('add')}
      schema={schema}
      isOnRecord={record !== undefined}
      filled={record ? filledBy(record) : { language: me.language }}
      choices={{
        organisation: inReach.map(({ id: value, names, kind }) => ({
          value,
          name: `${name(names)} (${codes.name('organisationKind', kind)})`,
        })),
      }}
      save={save}
      onClose={onClose}
    />
  );
}

const filledBy = ({
  login,
  nameEn,
  nameZh,
  organisationId,
  roles,
  phone,
  email,
  language,
  skills,
  subject,
}: StaffRecord) => ({
  login,
  nameEn,
  nameZh,
  organisationId,
  roles,
  phone,
  email,
  language,
  skills,
  subject: subject ?? undefined,
});
