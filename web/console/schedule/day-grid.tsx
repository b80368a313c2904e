import { useDroppable } from '@dnd-kit/core';
import type { CSSProperties } from 'react';
import { ownZone } from '../../shared/instants';
import { useNow } from '../cases/time-left';
import { useLanguage, useName, useWords } from '../language';
import { useMe } from '../session';
import { hoursBetween, hoursShown, laidOut, roomFor, type Engineer, type Schedule } from './board';
import { along, spanOf, within, type Day, type Span } from './days';
import { EngineerName } from './engineer-name';
import { Ghost } from './ghost';
import { hourIn, timesText } from './times';
import { useNear } from './use-near';
import { VisitCard } from './visit-card';
import { SCHEDULE_WORDS } from './words';

/** The words of a visit have at least this part of the hours; its bar is as long as its time. */
const LEAST_WIDTH = 0.18;

const leastOf = ({ fromMs, toMs }: Span): number => (toMs - fromMs) * LEAST_WIDTH;

/** Below this a card is not held. */
const LEAST_HOLD_MS = 15 * 60_000;

/** Where a card stands along the hours: at its beginning, which a drag goes by; within it its bar and its words. */
function placeOf(span: Span, line: number, axis: Span): CSSProperties {
  const room = roomFor(span, axis, leastOf(axis));
  const part = within(span, axis) ?? room;
  const card = { fromMs: Math.min(part.fromMs, axis.toMs - LEAST_HOLD_MS), toMs: room.toMs };
  const [bar, words] = [along(part, card), along(room, card)];
  return {
    ...along(card, axis),
    '--line': line,
    '--bar-left': bar.left,
    '--bar-width': bar.width,
    '--words-left': words.left,
    '--words-width': words.width,
  } as CSSProperties;
}

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
    <div
      className="sch-board sch-day-board"
      style={{ '--hours': hoursBetween(axis).length } as CSSProperties}
    >
      <Hours axis={axis} />
      <ul className="sch-rows">
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
    <div className="sch-hours" aria-hidden="true">
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

type Laid = ReturnType<typeof laidOut>;

function Row({ engineer, schedule, day, axis }: Row) {
  const [row, isNear] = useNear<HTMLLIElement>();
  const laid = laidOut(engineer, axis, leastOf(axis));
  const lines = { '--lines': Math.max(1, ...laid.map(({ line }) => line + 1)) } as CSSProperties;
  return (
    <li ref={row} className="sch-row">
      <EngineerName engineer={engineer} />
      {isNear ? (
        <Lane engineer={engineer} schedule={schedule} day={day} axis={axis} laid={laid} lines={lines} />
      ) : (
        <div className="sch-lane" style={lines} />
      )}
    </li>
  );
}

interface Lane extends Row {
  readonly laid: Laid;
  /** Its height is known before it is drawn. */
  readonly lines: CSSProperties;
}

function Lane({ engineer, schedule, day, axis, laid, lines }: Lane) {
  const t = useWords(SCHEDULE_WORDS);
  const name = useName();
  const { setNodeRef } = useDroppable({ id: `${engineer.id}-${day.key}`, data: { engineer, day, axis } });
  return (
    <div ref={setNodeRef} className="sch-lane" style={lines}>
      <Worked engineer={engineer} schedule={schedule} shown={axis} />
      <Now axis={axis} />
      <ul className="sch-visits" aria-label={t('visits', { name: name(engineer.names) })}>
        <Absences engineer={engineer} day={day} axis={axis} />
        {laid.map((one) => (
          <VisitCard
            key={`${one.visit.job?.caseNumber ?? one.visit.from}-${one.visit.trip}`}
            engineerId={engineer.id}
            laid={one}
            day={day.key}
            axis={axis}
            placeAs={(span) => placeOf(span, one.line, axis)}
          />
        ))}
        {laid.length === 0 && <li className="sch-nothing quiet">{t('noVisits')}</li>}
      </ul>
      <Ghost engineer={engineer} shown={axis} isAlong />
    </div>
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
    return (
      part && <span key={one.from} className="sch-worked" aria-hidden="true" style={along(part, shown)} />
    );
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
      <li
        key={absence.id}
        className="sch-absence"
        title={absence.reason === null ? words : `${words} · ${absence.reason}`}
        style={along(part, axis)}
      >
        {absence.reason === null ? words : `${words} · ${absence.reason}`}
      </li>
    );
  });
}

function Now({ axis }: { readonly axis: Span }) {
  const now = useNow();
  if (now < axis.fromMs || now > axis.toMs) return null;
  return (
    <span
      className="sch-now"
      aria-hidden="true"
      style={{ left: along({ fromMs: now, toMs: now }, axis).left }}
    />
  );
}
