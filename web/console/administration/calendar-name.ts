import { useName } from '../language';
import { useCalendars } from './queries';

/** The name of a calendar by its code, as its latest version has it. */
export function useCalendarName(): (code: string) => string {
  const name = useName();
  const { data } = useCalendars();
  return (code) => {
    const version = data?.items.find((calendar) => calendar.code === code)?.versions[0];
    return version ? name({ en: version.nameEn, zh: version.nameZh }) : code;
  };
}
