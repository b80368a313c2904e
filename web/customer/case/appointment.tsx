import { useState } from 'preact/hooks';
import { read, type Schemas } from '../api';
import { useLanguage, useWords } from '../language';
import { Fault } from '../states';
import { dayText, hoursText, windowText, zoneText } from '../texts';
import { SHARED_WORDS } from '../words';
import { useCommand, type OfCase } from './act';
import { APPOINTMENT_WORDS } from './appointment-words';
import { CASE_WORDS } from './words';

type TimeWindow = Schemas['TimeWindow'];

/** Shows the visit and its engineer, and offers another time where the customer may choose one. */
export function Appointment(own: OfCase) {
  const t = useWords(CASE_WORDS);
  const { language } = useLanguage();
  const { appointment, actions } = own.it;
  if (!appointment) return null;
  const { engineer, isOnTheWay, hasArrived } = appointment;
  return (
    <>
      <p class="coming">
        {t(hasArrived ? 'arrived' : isOnTheWay ? 'onTheWay' : 'comes', { engineer })}
        {!hasArrived && <strong>{windowText(appointment, language)}</strong>}
        <span class="quiet">{zoneText(appointment.from, language)}</span>
      </p>
      {actions.includes('moveAppointment') && <Move {...own} />}
    </>
  );
}

function Move({ token, onDone }: OfCase) {
  const t = useWords(APPOINTMENT_WORDS);
  const { language } = useLanguage();
  const [slots, setSlots] = useState<readonly TimeWindow[]>();
  const [error, setError] = useState<unknown>();
  const open = (): void => {
    setError(undefined);
    read('/v1/customer/case/appointments', { language, token }).then(
      ({ items }) => setSlots(items),
      setError,
    );
  };
  if (!slots)
    return (
      <>
        <button type="button" onClick={open}>
          {t('move')}
        </button>
        <Fault error={error} />
      </>
    );
  return (
    <Choice
      slots={slots}
      token={token}
      onMoved={() => onDone('moved')}
      onRefused={open}
      onClose={() => setSlots(undefined)}
    />
  );
}

interface Choosing {
  readonly slots: readonly TimeWindow[];
  readonly token: string;
  readonly onMoved: () => void;
  /** The time went to somebody else: the others are read again. */
  readonly onRefused: () => void;
  readonly onClose: () => void;
}

function Choice({ slots, token, onMoved, onRefused, onClose }: Choosing) {
  const t = useWords(APPOINTMENT_WORDS);
  const shared = useWords(SHARED_WORDS);
  const { language } = useLanguage();
  const [day, setDay] = useState<string>();
  const [from, setFrom] = useState<string>();
  const { isBusy, error, send } = useCommand(token);
  const days = [...new Set(slots.map((slot) => dayText(slot.from, language)))];
  const shownDay = day !== undefined && days.includes(day) ? day : days[0];
  const chosen = slots.find((slot) => slot.from === from && dayText(slot.from, language) === shownDay);
  const [first] = slots;
  if (!first)
    return (
      <p role="status" class="hint">
        {t('noSlots')}
      </p>
    );
  return (
    <form
      class="choice"
      onSubmit={(event) => {
        event.preventDefault();
        if (!chosen) return;
        void send({ type: 'moveAppointment', data: { appointment: chosen } }).then((isDone) =>
          isDone ? onMoved() : onRefused(),
        );
      }}
    >
      <label>
        {t('day')}
        <select value={shownDay} onChange={({ currentTarget }) => setDay(currentTarget.value)}>
          {days.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>{t('time', { zone: zoneText(first.from, language) })}</legend>
        <div class="slots">
          {slots
            .filter((slot) => dayText(slot.from, language) === shownDay)
            .map((slot) => (
              <label key={slot.from} class="pick">
                <input
                  type="radio"
                  name="slot"
                  required
                  checked={slot.from === from}
                  onChange={() => setFrom(slot.from)}
                />
                {hoursText(slot, language)}
              </label>
            ))}
        </div>
      </fieldset>
      <Fault error={error} />
      <div class="buttons">
        <button type="submit" class="main" disabled={isBusy}>
          {isBusy
            ? shared('sending')
            : chosen
              ? t('take', { time: windowText(chosen, language) })
              : t('choose')}
        </button>
        <button type="button" onClick={onClose}>
          {t('keep')}
        </button>
      </div>
    </form>
  );
}
