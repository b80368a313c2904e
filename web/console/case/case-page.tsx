import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { instantText } from '../../shared/instants';
import { api, bodyOf } from '../api';
import { TimeLeft } from '../cases/time-left';
import { useCodes } from '../codes';
import { useLanguage } from '../language';
import { Failed, Loading } from '../shell/states';

/** One case, whole. */
export function CasePage() {
  const { number } = useParams({ from: '/cases/$number' });
  const { language } = useLanguage();
  const codes = useCodes();
  const found = useQuery({
    queryKey: ['case', number],
    queryFn: () => bodyOf(api.GET('/v1/cases/{number}', { params: { path: { number } } })),
  });
  if (found.error && !found.data) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const detail = found.data;
  return (
    <article>
      <h1>
        {detail.number} · {detail.subject}
      </h1>
      <p>
        <span className="chip">{codes.name('caseStage', detail.stage)}</span>{' '}
        {detail.nextDeadline && <TimeLeft at={detail.nextDeadline.at} />}
      </p>
      <p className="card">{detail.text}</p>
      <ol>
        {detail.timeline.items.map(({ seq, type, at }) => (
          <li key={seq}>
            {instantText(at, language)} {type}
          </li>
        ))}
      </ol>
    </article>
  );
}
