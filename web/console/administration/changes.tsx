import { useQuery } from '@tanstack/react-query';
import { instantText } from '../../shared/instants';
import { api, bodyOf, type Schemas } from '../api';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import { useOrganisationName } from '../organisations';
import { Failed, Loading } from '../shell/states';
import { CHANGE_WORDS } from './change-words';
import { useStaffNames } from './staff-name';

type Change = Schemas['AdministrationChanges']['items'][number];

/** The corrections of an entry: by whom, when, and from what to what. */
export function StaffChanges({ id }: { readonly id: string }) {
  const changes = useQuery({
    queryKey: ['administration', 'staff-changes', id],
    queryFn: () => bodyOf(api.GET('/v1/staff/{id}/changes', { params: { path: { id } } })),
  });
  if (changes.error && !changes.data)
    return <Failed error={changes.error} retry={() => void changes.refetch()} />;
  return changes.data ? <ChangeList changes={changes.data.items} /> : <Loading />;
}

export function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  const t = useWords(CHANGE_WORDS);
  const { language } = useLanguage();
  const staffName = useStaffNames(changes.map(({ by }) => by));
  const shown = useShown();
  return (
    <>
      <h3>{t('title')}</h3>
      {changes.length === 0 && <p className="quiet">{t('none')}</p>}
      <ol className="changes">
        {changes.map(({ version, at, by, kind, fields }) => (
          <li key={version}>
            <p>
              <time dateTime={at}>{instantText(at, language)}</time> {staffName(by)} · {t(kind)}
            </p>
            {kind === 'corrected' && (
              <ul>
                {fields.map(({ field, before, after }) => (
                  <li key={field}>
                    {isNamed(field) ? t(field) : field}: {shown(field, before)} → {shown(field, after)}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

const isNamed = (field: string): field is keyof typeof CHANGE_WORDS => Object.hasOwn(CHANGE_WORDS, field);

/** A value as people read it. */
function useShown(): (field: string, value: unknown) => string {
  const t = useWords(CHANGE_WORDS);
  const { language } = useLanguage();
  const codes = useCodes();
  const organisation = useOrganisationName();
  return function shown(field, value): string {
    if (Array.isArray(value)) {
      const all = value.map((one: unknown) => shown(field, one));
      return all.length === 0 ? t('nothing') : all.join(language === 'zh' ? '、' : ', ');
    }
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value !== 'string' || value === '') return t('nothing');
    if (field === 'roles') return codes.name('role', value);
    return field === 'organisationId' || field === 'parentId' ? organisation(value) : value;
  };
}
