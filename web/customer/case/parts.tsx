import { useState } from 'preact/hooks';
import type { Schemas } from '../api';
import { useDraft } from '../kept';
import { useLanguage, useWords } from '../language';
import { Fault } from '../states';
import { dayText, timeText } from '../texts';
import { SHARED_WORDS } from '../words';
import { useCommand, type OfCase } from './act';
import { PARTS_WORDS } from './parts-words';

type Order = Schemas['PartsForCustomer'];
type Shipment = Order['shipments'][number];

/** Shows the parts on order for the case, and their parcels. */
export function Parts(own: OfCase) {
  const t = useWords(PARTS_WORDS);
  const { language } = useLanguage();
  return own.it.partsOrders.map((order) => (
    <section
      key={order.number}
      class={order.shipments.some(({ canBeConfirmed }) => canBeConfirmed) ? 'card todo' : 'card'}
    >
      <h2>{t('title')}</h2>
      <p class="quiet">
        {order.number} · <span>{order.stageNames[language]}</span>
        {order.expectedOn !== null && ` · ${t('expected', { day: dayText(order.expectedOn, language) })}`}
      </p>
      <ul>
        {order.lines.map(({ line, names, partNumber, quantity, received }) => (
          <li key={line}>
            {names[language]} × {quantity} <small>{partNumber}</small>
            {received > 0 && <small class="free">{t('received', { received })}</small>}
          </li>
        ))}
      </ul>
      <p class="quiet">{t('sentTo', order.sentTo)}</p>
      {order.shipments.map((shipment) => (
        <div key={shipment.shipment} class="shipment">
          <h3>{t('parcel', { n: shipment.shipment })}</h3>
          <p>
            {t('shipped', { carrier: shipment.carrier, time: timeText(shipment.shippedAt, language) })}
            {shipment.tracking !== null && ` · ${t('tracking', { tracking: shipment.tracking })}`}
          </p>
          {shipment.canBeConfirmed && <Receipt {...own} order={order} shipment={shipment} />}
        </div>
      ))}
    </section>
  ));
}

type Received = OfCase & { readonly order: Order; readonly shipment: Shipment };

function Receipt({ order, shipment, token, onDone }: Received) {
  const t = useWords(PARTS_WORDS);
  const shared = useWords(SHARED_WORDS);
  const [isWrong, setWrong] = useState(false);
  const { isBusy, error, send } = useCommand(token);
  const confirm = (items?: Items): void => {
    const data = { order: order.number, shipment: shipment.shipment, ...(items && { items }) };
    void send({ type: 'confirmReceipt', data }).then((isDone) => isDone && onDone('confirmed'));
  };
  return (
    <>
      <p>{t('ask')}</p>
      <div class="buttons">
        <button type="button" class="main" disabled={isBusy} onClick={() => confirm()}>
          {isBusy ? shared('sending') : t('all')}
        </button>
        <button type="button" aria-expanded={isWrong} onClick={() => setWrong(!isWrong)}>
          {t('wrong')}
        </button>
      </div>
      {isWrong && <Differences order={order} shipment={shipment} isBusy={isBusy} onSend={confirm} />}
      <Fault error={error} />
    </>
  );
}

type Items = NonNullable<Schemas['ConfirmReceiptCustomerCommand']['data']['items']>;
const COUNTS = ['received', 'wrong', 'missing'] as const;

interface Differing {
  readonly order: Order;
  readonly shipment: Shipment;
  readonly isBusy: boolean;
  readonly onSend: (items: Items) => void;
}

/** Asks for what has come, line by line. */
function Differences({ order, shipment, isBusy, onSend }: Differing) {
  const t = useWords(PARTS_WORDS);
  const { language } = useLanguage();
  const toConfirm = shipment.items.filter((item) => item.toConfirm > 0);
  // In one draft, as the number of fields differs from parcel to parcel.
  const draft = useDraft(`${order.number} ${shipment.shipment}`);
  const counts = new Map(draft.value.split(';').map((entry) => entry.split('=') as [string, string]));
  const countOf = (line: number, kind: (typeof COUNTS)[number], all: number): string =>
    counts.get(`${line} ${kind}`) ?? (kind === 'received' ? String(all) : '0');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSend(
          toConfirm.map(({ line, toConfirm: all }) => ({
            line,
            received: Number(countOf(line, 'received', all)),
            wrong: Number(countOf(line, 'wrong', all)),
            missing: Number(countOf(line, 'missing', all)),
          })),
        );
      }}
    >
      {toConfirm.map(({ line, toConfirm: all }) => (
        <fieldset key={line}>
          <legend>
            {order.lines.find((one) => one.line === line)?.names[language]} × {all}
          </legend>
          <div class="counts">
            {COUNTS.map((kind) => (
              <label key={kind}>
                {t(`${kind}Count`)}
                <input
                  type="number"
                  inputMode="numeric"
                  min={0}
                  max={all}
                  required
                  value={countOf(line, kind, all)}
                  onInput={({ currentTarget }) => {
                    counts.set(`${line} ${kind}`, currentTarget.value);
                    draft.set([...counts].map((entry) => entry.join('=')).join(';'));
                  }}
                />
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <button type="submit" class="main" disabled={isBusy}>
        {t('send')}
      </button>
    </form>
  );
}
