import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { instantText } from '../../shared/instants';
import { api, bodyOf } from '../api';
import { useLanguage, useWords } from '../language';
import { Failed, Loading } from '../shell/states';
import { ADMINISTRATION_WORDS } from './words';

/** When an engineer is away, and which visits that touches. */
export function Absences({ staffId }: { readonly staffId: string }) {
  const t = useWords(ADMINISTRATION_WORDS);
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['administration', 'absences', staffId],
    queryFn: () => bodyOf(api.GET('/v1/staff/{id}/absences', { params: { path: { id: staffId } } })),
  });
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.items.length === 0) return <p className="quiet">{t('noAbsences')}</p>;
  return (
    <ul>
      {data.items.map(({ id, from, to, reason, visits }) => (
        <li key={id}>
          {instantText(from, language)} – {instantText(to, language)} {reason}{' '}
          {visits.map(({ caseNumber }) => (
            <Link key={caseNumber} to="/cases/$number" params={{ number: caseNumber }}>
              {caseNumber}
            </Link>
          ))}
        </li>
      ))}
    </ul>
  );
}
