import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useOrganisationName } from '../organisations';
import { api, bodyOf, type Schemas } from '../api';
import { CommandFormCard } from '../forms/command-form';
import type { Choice } from '../forms/look-ups';
import type { TypedGroup } from '../forms/values';
import { useLanguage, useWords } from '../language';
import { Failed, Loading } from '../shell/states';
import { PARTS_WORDS } from './words';

type Order = Schemas['PartsOrderDetail'];
type Choices = Readonly<Partial<Record<string, readonly Choice[]>>>;

/** Fields of the commands that have one choice alone, by the kind of what is chosen. */
const CHOSEN: Readonly<Record<string, readonly (readonly [field: string, kind: string])[]>> = {
  reserve: [['line', 'order-line']],
  orderFromSupplier: [['purchase', 'purchase']],
  receiveGoods: [['purchase', 'purchase']],
  ship: [['depot', 'depot']],
  confirmReceipt: [['shipment', 'shipment']],
  takeBack: [
    ['shipment', 'shipment'],
    ['depot', 'depot'],
  ],
  receiveOldParts: [['depot', 'depot']],
};

function filledOf(type: string, choices: Choices): TypedGroup {
  return Object.fromEntries(
    (CHOSEN[type] ?? []).flatMap(([field, kind]) => {
      const [only, another] = choices[kind] ?? [];
      return only && !another ? [[field, only.value]] : [];
    }),
  );
}

interface Of {
  readonly number: string;
  readonly type: string;
  /** @param isDone true: the command was given. */
  readonly onClose: (isDone: boolean) => void;
}

/** The form of one command of a parts order, with what the order knows for it. */
export function OrderForm({ number, type, onClose }: Of) {
  const t = useWords(PARTS_WORDS);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const depotName = useOrganisationName();
  const order = useQuery({
    queryKey: ['order', number],
    queryFn: () => bodyOf(api.GET('/v1/parts-orders/{number}', { params: { path: { number } } })),
  });
  if (order.error && !order.data) return <Failed error={order.error} retry={() => void order.refetch()} />;
  if (!order.data) return <Loading />;
  const choices = choicesOf(order.data);
  return (
    <CommandFormCard
      type={type}
      target={{ process: 'partsOrder', number, version: order.data.version }}
      choices={choices}
      filled={filledOf(type, choices)}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: ['order', number] });
        void queries.invalidateQueries({ queryKey: ['tasks'] });
        onClose(true);
      }}
      onCancel={() => onClose(false)}
    />
  );

  function choicesOf({ lines, purchases, shipments, depotIds }: Order): Choices {
    return {
      'order-line': lines.map(({ line, nameEn, nameZh, quantity }) => ({
        value: String(line),
        name: t('line', { line, name: language === 'zh' ? nameZh : nameEn, quantity }),
      })),
      purchase: purchases.map(({ purchase, quantity }) => ({
        value: String(purchase),
        name: t('purchase', { n: purchase, count: quantity }),
      })),
      shipment: shipments.map(({ shipment, carrier }) => ({
        value: String(shipment),
        name: t('shipment', { n: shipment, carrier }),
      })),
      depot: depotIds.map((id) => ({ value: id, name: depotName(id) })),
    };
  }
}
