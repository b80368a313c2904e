import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { dayText, instantText } from '../../shared/instants';
import { useOrganisationName } from '../organisations';
import { api, bodyOf, type Schemas } from '../api';
import { useCodes } from '../codes';
import { NotNow } from '../forms/not-now';
import { useLanguage, useWords } from '../language';
import { Failed, Loading } from '../shell/states';
import { OrderForm } from './order-form';
import './parts.css';
import { PARTS_WORDS } from './words';

type Order = Schemas['PartsOrderDetail'];

/** A parts order: what is wanted, where it is, and what may be done about it. */
export function OrderPage() {
  const { number } = useParams({ from: '/parts-orders/$number' });
  const order = useQuery({
    queryKey: ['order', number],
    queryFn: () => bodyOf(api.GET('/v1/parts-orders/{number}', { params: { path: { number } } })),
  });
  if (order.error && !order.data) return <Failed error={order.error} retry={() => void order.refetch()} />;
  return order.data ? <Shown order={order.data} /> : <Loading />;
}

function Shown({ order }: { readonly order: Order }) {
  const t = useWords(PARTS_WORDS);
  const codes = useCodes();
  const { language } = useLanguage();
  return (
    <>
      <h1>
        {order.number} <span className="chip chip-main">{codes.name('partsOrderStage', order.stage)}</span>
      </h1>
      <p>
        <Link to="/cases/$number" params={{ number: order.caseNumber }}>
          {order.caseNumber}
        </Link>{' '}
        · {order.consignee} · {t('neededBy', { at: instantText(order.neededBy, language) })}
        {order.expectedOn !== null && ` · ${t('expectedOn', { on: dayText(order.expectedOn, language) })}`}
      </p>
      <Doings order={order} />
      <Lines order={order} />
      <Ways order={order} />
    </>
  );
}

/** Commands of the order that the caller may give, and why not the others. */
function Doings({ order: { number, commands } }: { readonly order: Order }) {
  const t = useWords(PARTS_WORDS);
  const { language } = useLanguage();
  const [opened, setOpened] = useState<string>();
  const [said, setSaid] = useState('');
  return (
    <section className="card" aria-labelledby="actions">
      <h2 id="actions">{t('actions')}</h2>
      <p role="status" className="done">
        {said}
      </p>
      <div className="buttons">
        {commands
          .filter(({ allowed }) => allowed)
          .map(({ type, names }) => (
            <button
              key={type}
              type="button"
              className="button-plain"
              aria-expanded={opened === type}
              onClick={() => setOpened(type)}
            >
              {names[language]}
            </button>
          ))}
      </div>
      <NotNow commands={commands} />
      {opened !== undefined && (
        <OrderForm
          number={number}
          type={opened}
          onClose={(isDone) => {
            setOpened(undefined);
            setSaid(isDone ? t('done', { number }) : '');
          }}
        />
      )}
    </section>
  );
}

function Lines({ order: { lines } }: { readonly order: Order }) {
  const t = useWords(PARTS_WORDS);
  const { language } = useLanguage();
  return (
    <section className="card" aria-labelledby="lines">
      <h2 id="lines">{t('lines')}</h2>
      <ul className="rows">
        {lines.map(({ line, partNumber, nameEn, nameZh, quantity }) => (
          <li key={line}>
            <strong>{t('line', { line, name: language === 'zh' ? nameZh : nameEn, quantity })}</strong>
            <span className="quiet">{partNumber}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Purchases and shipments of the order. */
function Ways({ order: { purchases, shipments } }: { readonly order: Order }) {
  const t = useWords(PARTS_WORDS);
  const { language } = useLanguage();
  const depotName = useOrganisationName();
  if (purchases.length === 0 && shipments.length === 0) return null;
  return (
    <section className="card" aria-labelledby="ways">
      <h2 id="ways">{t('ways')}</h2>
      <ul className="rows">
        {purchases.map(({ purchase, quantity, received, depot, supplier, expectedOn }) => (
          <li key={purchase}>
            <span>{t('purchase', { n: purchase, count: quantity })}</span>
            <span className="wide">
              {depotName(depot)} {supplier}
            </span>
            <span className="chip">{t('received', { received, count: quantity })}</span>
            {expectedOn !== null && (
              <span className="quiet">{t('expectedOn', { on: dayText(expectedOn, language) })}</span>
            )}
          </li>
        ))}
        {shipments.map(({ shipment, depot, carrier, tracking, shippedAt, confirmedAt }) => (
          <li key={shipment}>
            <span>{t('shipment', { n: shipment, carrier })}</span>
            <span className="wide">
              {depotName(depot)} {tracking}
            </span>
            <span className="quiet">{instantText(shippedAt, language)}</span>
            <span className="chip">
              {confirmedAt === null
                ? t('underWay')
                : t('arrived', { at: instantText(confirmedAt, language) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
