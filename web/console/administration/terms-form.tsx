import { api, bodyOf, type Schemas } from '../api';
import { useWords } from '../language';
import { field, group, RETROACTIVE_DAY } from './fields';
import { RegisterForm } from './register-form';
import { pathOfTerms, TERMS_FIELDS, TERMS_REQUIRED, termsText, type TermsData } from './terms-fields';
import { ADMINISTRATION_WORDS as W } from './words';

const SCHEMA = group(
  { soldFrom: field('date', W.soldFrom, { format: 'date' }), ...TERMS_FIELDS, retroactive: RETROACTIVE_DAY },
  ['soldFrom', ...TERMS_REQUIRED],
);

interface Entering {
  readonly product: Schemas['Product'];
  readonly onClose: () => void;
}

type Data = TermsData & { readonly soldFrom: string; readonly retroactive?: boolean };

/** Warranty terms for units sold from a day on: written on those before. Terms are never rewritten; they end where the next begin. */
export function TermsForm({ product, onClose }: Entering) {
  const t = useWords(W);
  const [latest] = product.terms;
  if (!latest) return null;
  return (
    <RegisterForm<Data>
      place={`terms.${product.code}`}
      title={t('newVersionOf', { what: product.code })}
      schema={SCHEMA}
      isOnRecord
      filled={termsText(latest)}
      pathOf={pathOfTerms}
      save={({ retroactive = false, ...terms }) =>
        bodyOf(
          api.POST('/v1/products/{code}/warranty-terms', {
            params: { path: { code: product.code }, header: { 'if-match': `"${product.version}"` } },
            body: { ...terms, retroactive },
          }),
        )
      }
      onClose={onClose}
    />
  );
}
