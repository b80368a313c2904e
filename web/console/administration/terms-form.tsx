import { api, bodyOf, type Schemas } from '../api';
import { useWords } from '../language';
import { field, group, RETROACTIVE_DAY } from './fields';
import { RegisterForm } from './register-form';
import { ADMINISTRATION_WORDS as W } from './words';

const number = (label: { readonly en: string; readonly zh: string }, maximum: number) =>
  field('number', label, { type: 'integer', minimum: 0, maximum });
const COVER = group(
  {
    percent: number({ en: 'Percent', zh: '比例（%）' }, 100),
    months: number({ en: 'Months', zh: '月数' }, 1_200),
  },
  ['percent', 'months'],
);
const cover = (label: { readonly en: string; readonly zh: string }) => ({
  ...COVER,
  'x-form': { kind: 'group', label },
});
const SCHEMA = group(
  {
    soldFrom: field('date', W.soldFrom, { format: 'date' }),
    from: field('choice', W.countedFrom, {
      enum: ['installation', 'sale'],
      options: { installation: W.installation, sale: W.sale },
    }),
    labour: cover(W.labour),
    parts: cover(W.parts),
    travel: cover(W.travel),
    retroactive: RETROACTIVE_DAY,
  },
  ['soldFrom', 'from', 'labour', 'parts', 'travel'],
);

interface Entering {
  readonly product: Schemas['Product'];
  readonly onClose: () => void;
}

/** Warranty terms for units sold from a day on: written on those before; rules of exchange and transfer are taken over. */
export function TermsForm({ product, onClose }: Entering) {
  const t = useWords(W);
  const [latest] = product.terms;
  if (!latest) return null;
  const { from, undatedStartMonths, replacement, replacementMonths, transferable } = latest;
  const text = ({ percent, months }: typeof latest.labour) => ({
    percent: String(percent),
    months: String(months),
  });
  const kept = { undatedStartMonths, replacement, replacementMonths, transferable };
  return (
    <RegisterForm<
      Pick<Schemas['NewWarrantyTerms'], 'soldFrom' | 'from' | 'labour' | 'parts' | 'travel'> & {
        readonly retroactive?: boolean;
      }
    >
      place={`terms.${product.code}`}
      title={t('newVersionOf', { what: product.code })}
      schema={SCHEMA}
      filled={{ from, labour: text(latest.labour), parts: text(latest.parts), travel: text(latest.travel) }}
      save={({ retroactive = false, ...data }) =>
        bodyOf(
          api.POST('/v1/products/{code}/warranty-terms', {
            params: { path: { code: product.code }, header: { 'if-match': `"${product.version}"` } },
            body: { ...kept, ...data, retroactive },
          }),
        )
      }
      onClose={onClose}
    />
  );
}
