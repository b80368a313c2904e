import type { CSSProperties } from 'react';
import { ownZone } from '../../shared/instants';
import { useNow } from '../cases/time-left';
import { useLanguage, useWords } from '../language';
import { useMe } from '../session';
import { hoursBetween, hoursShown, laidOut, type Engineer, type Schedule } from './board';
import { along, spanOf, within, type Day, type Span } from './days';
import { EngineerName } from './engineer-name';
import { hourIn, timesText } from './times';
import { VisitCard } from './visit-card';
import { SCHEDULE_WORDS } from './words';

/** A card is drawn at least this part of the hours wide: its time has to be read. */
const LEAST_WIDTH = 0.12;

interface DayGrid {
  readonly schedule: Schedule;
  readonly engineers: readonly Engineer[];
  readonly day: Day;
  readonly isNightShown: boolean;
}

/** A day: engineers in rows, hours in columns. On a phone the same is a list by engineer. */
export function DayGrid({ schedule, engineers, day, isNightShown }: DayGrid) {
  const axis = hoursShown(schedule, day, isNightShown);
  return (
    <div className="board day-board" style={{ '--hours': hoursBetween(axis).length } as CSSProperties}>
      <Hours axis={axis} />
      <ul className="rows">
        {engineers.map((engineer) => (
          <Row key={engineer.id} engineer={engineer} schedule={schedule} day={day} axis={axis} />
        ))}
      </ul>
    </div>
  );
}

/** The hours of the reader, and below them those of the company where they differ. */
function Hours({ axis }: { readonly axis: Span }) {
  const { timeZone } = useMe();
  const isElsewhere = timeZone !== ownZone();
  return (
    <div className="hours" aria-hidden="true">
      {hoursBetween(axis).map((ms) => (
        <span key={ms} style={{ left: along({ fromMs: ms, toMs: ms }, axis).left }}>
          {hourIn(ms)}
          {isElsewhere && <small>{hourIn(ms, timeZone)}</small>}
        </span>
      ))}
    </div>
  );
}

interface Row {
  readonly engineer: Engineer;
  readonly schedule: Schedule;
  readonly day: Day;
  readonly axis: Span;
}

function Row({ engineer, schedule, day, axis }: Row) {
  const t = useWords(SCHEDULE_WORDS);
  const laid = laidOut(engineer, axis, (axis.toMs - axis.fromMs) * LEAST_WIDTH);
  const lines = Math.max(1, ...laid.map(({ line }) => line + 1));
  return (
    <li className="row">
      <EngineerName engineer={engineer} />
      <div className="lane" style={{ '--lines': lines } as CSSProperties}>
        <Worked engineer={engineer} schedule={schedule} shown={axis} />
        <Now axis={axis} />
        <ul className="visits" aria-label={t('visits', { name: engineer.name })}>
          <Absences engineer={engineer} day={day} axis={axis} />
          {laid.map((one) => (
            <VisitCard
              key={`${one.visit.job?.caseNumber ?? one.visit.from}-${one.visit.trip}`}
              laid={one}
              day={day.key}
              place={{ ...along(within(one.span, axis) ?? axis, axis), '--line': one.line } as CSSProperties}
            />
          ))}
          {laid.length === 0 && <li className="nothing quiet">{t('noVisits')}</li>}
        </ul>
      </div>
    </li>
  );
}

interface Worked {
  readonly engineer: Engineer;
  readonly schedule: Schedule;
  readonly shown: Span;
}

/** Working hours: what lies outside of them is drawn dark. */
function Worked({ engineer, schedule, shown }: Worked) {
  const hours = schedule.calendars.find(({ code }) => code === engineer.calendar)?.hours ?? [];
  return hours.map((one) => {
    const part = within(spanOf(one), shown);
    return part && <span key={one.from} className="worked" aria-hidden="true" style={along(part, shown)} />;
  });
}

function Absences({ engineer, day, axis }: Omit<Row, 'schedule'>) {
  const t = useWords(SCHEDULE_WORDS);
  const { language } = useLanguage();
  return engineer.absences.map((absence) => {
    const part = within(spanOf(absence), axis);
    if (!part) return null;
    const words = `${t('absent')} ${timesText(spanOf(absence), language, day.key)}`;
    return (
      <li key={absence.id} className="absence" style={along(part, axis)}>
        {absence.reason === null ? words : `${words} · ${absence.reason}`}
      </li>
    );
  });
}

function Now({ axis }: { readonly axis: Span }) {
  const now = useNow();
  if (now < axis.fromMs || now > axis.toMs) return null;
  return (
    <span className="now" aria-hidden="true" style={{ left: along({ fromMs: now, toMs: now }, axis).left }} />
  );
}
