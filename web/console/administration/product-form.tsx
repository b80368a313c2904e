import { api, bodyOf, type Schemas } from '../api';
import { useWords } from '../language';
import { field, group, NAME_EN, NAME_ZH } from './fields';
import { changesOf } from './rebase';
import { RegisterForm } from './register-form';
import { pathOfTerms, TERMS_FIELDS, TERMS_REQUIRED } from './terms-fields';
import { ADMINISTRATION_WORDS as W } from './words';

type Product = Schemas['Product'];

export const productPlace = (product: Product | undefined): string =>
  product === undefined ? 'product' : `product.${product.code}`;

const FAMILY = field('line', W.family, { maxLength: 64, help: W.familyHelp });
const NEW = group(
  {
    code: field('line', W.model, { maxLength: 64, help: W.modelHelp }),
    family: FAMILY,
    nameEn: NAME_EN,
    nameZh: NAME_ZH,
    ...TERMS_FIELDS,
  },
  ['code', 'family', 'nameEn', 'nameZh', ...TERMS_REQUIRED],
);
const NAMED = group({ nameEn: NAME_EN, nameZh: NAME_ZH, family: FAMILY }, ['nameEn', 'nameZh', 'family']);

/** A product that is sold, with the terms of its units. */
export function NewProductForm({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(W);
  return (
    <RegisterForm<Schemas['NewProduct']>
      place={productPlace(undefined)}
      title={t('addProduct')}
      schema={NEW}
      filled={{
        from: 'installation',
        ...{ labour: {}, parts: {}, travel: {} },
        ...{ undatedStartMonths: '0', replacement: 'rest', replacementMonths: '0', transferable: true },
      }}
      pathOf={pathOfTerms}
      save={(body) => bodyOf(api.POST('/v1/products', { body }))}
      onClose={onClose}
    />
  );
}

interface Correcting {
  readonly product: Product;
  readonly onClose: () => void;
}

/** Other names of a product, or another family. */
export function ProductForm({ product, onClose }: Correcting) {
  const t = useWords(W);
  const { code, version, nameEn, nameZh, family } = product;
  return (
    <RegisterForm<Pick<Schemas['NewProduct'], 'nameEn' | 'nameZh' | 'family'>>
      place={productPlace(product)}
      title={t('changeOf', { what: code })}
      schema={NAMED}
      isOnRecord
      filled={{ nameEn, nameZh, family }}
      save={(body, _, changed) =>
        bodyOf(
          api.PATCH('/v1/products/{code}', {
            params: { path: { code }, header: { 'if-match': `"${version}"` } },
            body: changesOf(body, changed),
          }),
        )
      }
      onClose={onClose}
    />
  );
}
