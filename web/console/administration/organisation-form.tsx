import { useQueryClient } from '@tanstack/react-query';
import { api, type Schemas } from '../api';
import { useCodes } from '../codes';
import { useLanguage, useName, useWords } from '../language';
import { useOrganisations } from '../organisations';
import { choice, field, group, NAME_EN, NAME_ZH } from './fields';
import { ORGANISATION_WORDS as W } from './organisation-words';
import { useCalendars } from './queries';
import { changesOf } from './rebase';
import { RegisterForm } from './register-form';
import { ADMINISTRATION_WORDS } from './words';

/** Fields that were left empty are left out. */
type Entry = Omit<Schemas['NewOrganisation'], 'provinces'> & { readonly provinces?: string[] };
type OrganisationRecord = Schemas['OrganisationRecord'];

interface Form {
  /** The entry to correct; undefined for a new one. */
  readonly record?: OrganisationRecord;
  readonly onClose: () => void;
}

/** Opens a centre or an outlet, or corrects what is on record of it. */
export function OrganisationForm({ record, onClose }: Form) {
  const t = useWords(W);
  const name = useName();
  const { language } = useLanguage();
  const codes = useCodes();
  const queries = useQueryClient();
  const calendars = useCalendars();
  const organisations = useOrganisations();
  const isHead = record?.kind === 'hq';
  const above = record && ({ hq: undefined, centre: 'hq', outlet: 'centre' } as const)[record.kind];
  const parents = (organisations.data?.items ?? []).filter(
    ({ kind, active }) => active && (above === undefined ? kind !== 'outlet' : kind === above),
  );
  const schema = group(
    {
      nameZh: NAME_ZH,
      nameEn: NAME_EN,
      ...(!record && {
        id: field('line', W.code, { maxLength: 40, help: W.codeHelp }),
        kind: choice(W.kind, 'organisationKind', ['centre', 'outlet']),
      }),
      ...(!isHead && {
        parentId: field('organisation', W.parent, { help: W.parentHelp }),
        serviceLevel: field('choice', ADMINISTRATION_WORDS.serviceLevel, { enum: ['A', 'B', 'C'] }),
      }),
      calendar: field('calendar', ADMINISTRATION_WORDS.calendar, { help: W.calendarHelp }),
      city: field('line', ADMINISTRATION_WORDS.city, { maxLength: 60 }),
      phone: field('line', ADMINISTRATION_WORDS.phone, { maxLength: 40 }),
      areaCode: field('line', W.areaCode, { maxLength: 6, help: W.areaCodeHelp }),
      provinces: {
        'x-form': { kind: 'list', label: ADMINISTRATION_WORDS.provinces },
        type: 'array',
        items: field('line', W.province, { maxLength: 60 }),
      },
    },
    ['nameZh', 'nameEn', 'id', 'kind', 'parentId', 'serviceLevel', 'calendar', 'city', 'phone'],
  );
  const save = async (data: Entry, key: string, changed: readonly string[]): Promise<void> => {
    const body = { ...data, provinces: data.provinces ?? [] };
    if (record)
      await api.PATCH('/v1/organisations/{id}', {
        params: { path: { id: record.id }, header: { 'if-match': `"${record.version}"` } },
        body: changesOf({ ...body, areaCode: data.areaCode ?? null }, changed),
      });
    else await api.POST('/v1/organisations', { params: { header: { 'idempotency-key': key } }, body });
    await queries.invalidateQueries({ queryKey: ['organisations'] });
  };
  return (
    <RegisterForm<Entry>
      place={`organisation-${record?.id ?? 'new'}`}
      title={record ? t('correctWhich', { name: name({ en: record.nameEn, zh: record.nameZh }) }) : t('add')}
      schema={schema}
      isOnRecord={record !== undefined}
      filled={record ? filledBy(record) : { provinces: [] }}
      choices={{
        organisation: parents.map(({ id: value, names, kind }) => ({
          value,
          name: `${name(names)} (${codes.name('organisationKind', kind)})`,
        })),
        calendar: (calendars.data?.items ?? []).map(({ code, versions }) => ({
          value: code,
          name: (language === 'zh' ? versions[0]?.nameZh : versions[0]?.nameEn) ?? code,
        })),
      }}
      save={save}
      onClose={onClose}
    />
  );
}

const filledBy = ({
  nameEn,
  nameZh,
  parentId,
  serviceLevel,
  calendar,
  provinces,
  city,
  phone,
  areaCode,
}: OrganisationRecord) => ({
  nameEn,
  nameZh,
  parentId: parentId ?? undefined,
  serviceLevel: serviceLevel ?? undefined,
  calendar,
  provinces,
  city,
  phone,
  areaCode: areaCode ?? undefined,
});
