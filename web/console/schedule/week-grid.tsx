import { useDroppable } from '@dnd-kit/core';
import { useNow } from '../cases/time-left';
import { useLanguage, useWords } from '../language';
import { laidOut, type Engineer, type Schedule } from './board';
import { overlap, spanOf, within, type Day } from './days';
import { EngineerName } from './engineer-name';
import { Ghost } from './ghost';
import { dayHeading, timesText } from './times';
import { useNear } from './use-near';
import { VisitCard } from './visit-card';
import { SCHEDULE_WORDS } from './words';

interface WeekGrid {
  readonly schedule: Schedule;
  readonly engineers: readonly Engineer[];
  readonly days: readonly Day[];
  readonly onDay: (day: string) => void;
}

/** A week: engineers in rows, days in columns. */
export function WeekGrid({ schedule, engineers, days, onDay }: WeekGrid) {
  const { language } = useLanguage();
  const now = useNow();
  return (
    <div className="sch-board sch-week-board">
      <div className="sch-week-head">
        {days.map(({ key, fromMs, toMs }) => (
          <button
            key={key}
            type="button"
            className={now >= fromMs && now < toMs ? 'sch-is-today' : undefined}
            onClick={() => onDay(key)}
          >
            {dayHeading(fromMs, language)}
          </button>
        ))}
      </div>
      <ul className="sch-rows">
        {engineers.map((engineer) => (
          <Row key={engineer.id} engineer={engineer} schedule={schedule} days={days} />
        ))}
      </ul>
    </div>
  );
}

function Row({ engineer, schedule, days }: Omit<Cell, 'day'> & Pick<WeekGrid, 'days'>) {
  const [row, isNear] = useNear<HTMLLIElement>();
  return (
    <li ref={row} className="sch-row">
      <EngineerName engineer={engineer} />
      <div className="sch-week-days">
        {isNear &&
          days.map((day) => <Cell key={day.key} engineer={engineer} schedule={schedule} day={day} />)}
      </div>
    </li>
  );
}

interface Cell {
  readonly engineer: Engineer;
  readonly schedule: Schedule;
  readonly day: Day;
}

function Cell({ engineer, schedule, day }: Cell) {
  const t = useWords(SCHEDULE_WORDS);
  const { language } = useLanguage();
  const { setNodeRef } = useDroppable({ id: `${engineer.id}-${day.key}`, data: { engineer, day } });
  const laid = laidOut(engineer, day, 0);
  const absences = engineer.absences.filter((absence) => overlap(spanOf(absence), day));
  const calendar = schedule.calendars.find(({ code }) => code === engineer.calendar);
  const isWorked =
    calendar?.timeZone === null || calendar?.hours.some((hours) => within(spanOf(hours), day)) === true;
  const isEmpty = laid.length + absences.length === 0;
  return (
    <div
      ref={setNodeRef}
      className={`sch-cell${isWorked ? '' : ' sch-cell-off'}${isEmpty ? ' sch-cell-empty' : ''}`}
    >
      <h4>{dayHeading(day.fromMs, language)}</h4>
      {!isEmpty && (
        <ul className="sch-visits">
          {absences.map((absence) => (
            <li key={absence.id} className="sch-absence">
              {t('absent')} {timesText(within(spanOf(absence), day) ?? day, language, day.key)}
            </li>
          ))}
          {laid.map((one) => (
            <VisitCard
              key={`${one.visit.job?.caseNumber ?? one.visit.from}-${one.visit.trip}`}
              engineerId={engineer.id}
              laid={one}
              day={day.key}
              isShort
            />
          ))}
        </ul>
      )}
      <Ghost engineer={engineer} shown={day} isAlong={false} />
    </div>
  );
}
