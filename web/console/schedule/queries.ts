import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api';
import { useLanguage } from '../language';
import type { Day } from './days';

/** The schedule of some days. What is shown stays while another is read. */
export function useSchedule(days: readonly Day[], organisationId: string | undefined) {
  const { language } = useLanguage();
  const from = new Date(days[0]?.fromMs ?? 0).toISOString();
  const to = new Date(days.at(-1)?.toMs ?? 0).toISOString();
  return useQuery({
    queryKey: ['schedule', from, to, organisationId, language],
    queryFn: () =>
      bodyOf(
        api.GET('/v1/schedule', {
          params: { query: { from, to, ...(organisationId !== undefined && { organisationId }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}
