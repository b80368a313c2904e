import { useState } from 'react';
import { api, bodyOf, type Schemas } from '../api';
import { useCodes } from '../codes';
import type { FormSchema } from '../forms/schema';
import { localInstant } from '../forms/values';
import { useName, useWords } from '../language';
import {
  calendarText,
  definitionOf,
  pathOfCalendar,
  type CalendarData,
  type WorkingHours,
} from './calendar-text';
import { DuePreview } from './due-preview';
import { EFFECTIVE_FROM, field, group, NAME_EN, NAME_ZH, RETROACTIVE, tomorrow } from './fields';
import { WEEKDAYS, weekdayName } from './hours';
import { useScopeText } from './policy-facts';
import { usePolicies } from './queries';
import { RegisterForm } from './register-form';
import { ADMINISTRATION_WORDS } from './words';

const HOURS = group(
  Object.fromEntries(
    WEEKDAYS.map((day) => [
      day,
      field(
        'line',
        { en: weekdayName(day, 'en', 'long'), zh: weekdayName(day, 'zh', 'long') },
        { maxLength: 100 },
      ),
    ]),
  ),
  [],
);

const SCHEMA: FormSchema = group(
  {
    effectiveFrom: EFFECTIVE_FROM,
    nameEn: NAME_EN,
    nameZh: NAME_ZH,
    timeZone: field('line', { en: 'Time zone', zh: '时区' }, { maxLength: 60 }),
    hours: {
      ...HOURS,
      'x-form': {
        kind: 'group',
        label: { en: 'Working hours', zh: '工作时间' },
        help: {
          en: 'Such as 09:00-12:00, 13:00-18:00; empty: no work on this day.',
          zh: '例如 09:00-12:00, 13:00-18:00；留空表示当天不上班。',
        },
      },
    },
    holidays: field(
      'text',
      { en: 'Holidays', zh: '节假日' },
      { help: { en: 'Days such as 2027-01-01, one after another.', zh: '日期，如 2027-01-01，依次填写。' } },
    ),
    extra: field(
      'text',
      { en: 'Extra working days', zh: '调休工作日' },
      {
        help: {
          en: 'One a line, with its hours: 2027-01-31 09:00-18:00. They win over weekdays and holidays.',
          zh: '每行一天及其工作时间：2027-01-31 09:00-18:00。优先于星期与节假日。',
        },
      },
    ),
    retroactive: RETROACTIVE,
  },
  ['effectiveFrom', 'nameEn', 'nameZh', 'timeZone', 'hours'],
);

interface Entering {
  readonly code: string;
  /** The version that the new one starts out from. */
  readonly from: Schemas['CalendarVersion'] & { readonly definition: WorkingHours };
  readonly onClose: () => void;
}

/** A new version of a calendar: written on the one before it. */
export function CalendarForm({ code, from, onClose }: Entering) {
  const t = useWords(ADMINISTRATION_WORDS);
  const name = useName();
  return (
    <RegisterForm<CalendarData>
      place={`calendar.${code}`}
      title={t('newVersionOf', { what: name({ en: from.nameEn, zh: from.nameZh }) })}
      schema={SCHEMA}
      filled={{
        effectiveFrom: localInstant(tomorrow().getTime()),
        nameEn: from.nameEn,
        nameZh: from.nameZh,
        ...calendarText(from.definition),
      }}
      pathOf={pathOfCalendar}
      save={({ effectiveFrom, nameEn, nameZh, retroactive = false, ...calendar }) =>
        bodyOf(
          api.POST('/v1/calendars/{code}/versions', {
            params: { path: { code } },
            body: { effectiveFrom, nameEn, nameZh, retroactive, definition: definitionOf(calendar) },
          }),
        )
      }
      preview={(data) => <CalendarPreview code={code} data={data} />}
      onClose={onClose}
    />
  );
}

/** A promise that runs by the calendar, as it would be due. */
function CalendarPreview({ code, data }: { readonly code: string; readonly data: CalendarData | undefined }) {
  const t = useWords(ADMINISTRATION_WORDS);
  const codes = useCodes();
  const scopeText = useScopeText();
  const policies = (usePolicies().data?.items ?? []).filter(({ calendar }) => calendar === code);
  const [chosen, choose] = useState('');
  const policy = policies.find(({ id }) => id === chosen) ?? policies[0];
  if (!policy) return <p className="quiet">{t('noPromiseRuns')}</p>;
  const { clock, requestType, priority, serviceLevel, warranty } = policy;
  const draft = data && {
    // As the API gives them: the document of the answer leaves them open.
    ...({ clock, requestType, priority, serviceLevel, warranty } as Pick<
      Schemas['PromisePreviewQuestion'],
      'clock' | 'requestType' | 'priority' | 'serviceLevel' | 'warranty'
    >),
    calendar: { code, effectiveFrom: data.effectiveFrom, definition: definitionOf(data) },
  };
  return (
    <DuePreview draft={draft} startAt={tomorrow()}>
      <label>
        {t('clock')}
        <select value={policy.id} onChange={({ target }) => choose(target.value)}>
          {policies.map((one) => (
            <option key={one.id} value={one.id}>
              {codes.name('clock', one.clock)} · {scopeText(one)}
            </option>
          ))}
        </select>
      </label>
    </DuePreview>
  );
}
