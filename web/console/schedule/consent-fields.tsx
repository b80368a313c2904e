import { useCodes } from '../codes';
import { useWords } from '../language';
import { PLACE_WORDS } from './place-words';
import { localText, type ConsentWay, type Plan } from './placing';
import { usePlacing } from './placing-context';

/** By the link customers agree themselves: staff do not say it for them. */
const WAYS = ['phone', 'email', 'in-person'] as const satisfies readonly ConsentWay[];

interface ConsentFields {
  readonly plan: Plan;
  /** A promised time is moved with the customer's word alone. */
  readonly isNeeded: boolean;
}

/** The customer's word for the time: how and when it was given. */
export function ConsentFields({ plan, isNeeded }: ConsentFields) {
  const t = useWords(PLACE_WORDS);
  const codes = useCodes();
  const { change } = usePlacing();
  return (
    <fieldset className="sch-consent">
      <label className="check">
        <input
          type="checkbox"
          checked={plan.isAgreed}
          required={isNeeded}
          onChange={({ target }) =>
            change({ isAgreed: target.checked, agreedAt: target.checked ? localText(Date.now()) : undefined })
          }
        />
        {t(isNeeded ? 'agreedNeeded' : 'agreed')}
      </label>
      {plan.isAgreed && (
        <div className="sch-place-times">
          <label>
            {t('how')}
            <select
              value={plan.how}
              onChange={({ target }) => {
                const how = WAYS.find((way) => way === target.value);
                if (how) change({ how });
              }}
            >
              {WAYS.map((way) => (
                <option key={way} value={way}>
                  {codes.name('consentWay', way)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t('when')}
            <input
              type="datetime-local"
              required
              value={plan.agreedAt}
              onChange={({ target }) => change({ agreedAt: target.value })}
            />
          </label>
        </div>
      )}
    </fieldset>
  );
}
