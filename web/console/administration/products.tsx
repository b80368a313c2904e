import { useState } from 'react';
import { dayText, instantText } from '../../shared/instants';
import type { Schemas } from '../api';
import { useLanguage, useWords } from '../language';
import { readDraft } from '../forms/draft';
import { useMay } from '../session';
import { Failed, Loading } from '../shell/states';
import { Entered } from './entered';
import { Facts } from './facts';
import { NewProductForm, ProductForm, productPlace } from './product-form';
import { useProducts } from './queries';
import { useStaffNames } from './staff-name';
import { TermsForm } from './terms-form';
import { ADMINISTRATION_WORDS } from './words';

type Product = Schemas['Product'];
type Terms = Product['terms'][number];

/** Products, each with what is promised with its units. */
export function Products() {
  const t = useWords(ADMINISTRATION_WORDS);
  const may = useMay();
  const [isWriting, setWriting] = useState(() => readDraft(productPlace(undefined)) !== undefined);
  const { data, error, refetch } = useProducts();
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <ul className="register">
      {may('entitlement.write') && (
        <li>
          {isWriting ? (
            <NewProductForm onClose={() => setWriting(false)} />
          ) : (
            <button type="button" className="button-plain" onClick={() => setWriting(true)}>
              {t('addProduct')}
            </button>
          )}
        </li>
      )}
      {data.items.length === 0 && <li className="card quiet">{t('noProducts')}</li>}
      {data.items.map((product) => (
        <li key={product.code} className="card">
          <ProductCard product={product} />
        </li>
      ))}
    </ul>
  );
}

function ProductCard({ product }: { readonly product: Product }) {
  const t = useWords(ADMINISTRATION_WORDS);
  const { language } = useLanguage();
  const may = useMay();
  const [isWriting, setWriting] = useState(() => readDraft(`terms.${product.code}`) !== undefined);
  const [isNaming, setNaming] = useState(() => readDraft(productPlace(product)) !== undefined);
  const [latest, ...earlier] = product.terms;
  if (isWriting) return <TermsForm product={product} onClose={() => setWriting(false)} />;
  if (isNaming) return <ProductForm product={product} onClose={() => setNaming(false)} />;
  return (
    <>
      <div className="entry-head">
        <h2>{language === 'zh' ? product.nameZh : product.nameEn}</h2>
        <span className="quiet">
          {product.code} · {product.family}
        </span>
        {may('entitlement.write') && (
          <span className="buttons">
            <button type="button" className="button-plain" onClick={() => setNaming(true)}>
              {t('change')}
            </button>
            <button type="button" className="button-plain" onClick={() => setWriting(true)}>
              {t('newTerms')}
            </button>
          </span>
        )}
      </div>
      {latest && <TermsFacts terms={latest} />}
      {earlier.length > 0 && (
        <details>
          <summary>{t('versions', { n: earlier.length })}</summary>
          {earlier.map((terms) => (
            <div key={terms.soldFrom} className="version">
              <TermsFacts terms={terms} />
            </div>
          ))}
        </details>
      )}
      <NameChanges changes={product.changes} />
    </>
  );
}

/** Tells who named the product as it is. */
function NameChanges({ changes }: Pick<Product, 'changes'>) {
  const t = useWords(ADMINISTRATION_WORDS);
  const { language } = useLanguage();
  const staffName = useStaffNames(changes.map(({ by }) => by));
  if (changes.length === 0) return null;
  return (
    <details>
      <summary>{t('changes', { n: changes.length })}</summary>
      {changes.map((change) => (
        <p key={change.version} className="version">
          {instantText(change.at, language)} {t('by', { who: staffName(change.by) })}:{' '}
          {language === 'zh' ? change.nameZh : change.nameEn} · {change.family}
        </p>
      ))}
    </details>
  );
}

function TermsFacts({ terms }: { readonly terms: Terms }) {
  const t = useWords(ADMINISTRATION_WORDS);
  const { language } = useLanguage();
  const covers = ({ percent, months }: Terms['labour']) =>
    percent === 0 ? t('notCovered') : t('covers', { percent, months });
  return (
    <>
      <Facts
        facts={[
          [t('soldFrom'), terms.soldFrom === null ? t('soldBefore') : dayText(terms.soldFrom, language)],
          [t('countedFrom'), t(terms.from)],
          [t('labour'), covers(terms.labour)],
          [t('parts'), covers(terms.parts)],
          [t('travel'), covers(terms.travel)],
          [t('replacement'), t(terms.replacement, { months: terms.replacementMonths })],
          [t('transferable'), t(terms.transferable ? 'yes' : 'no')],
        ]}
      />
      <Entered at={terms.createdAt} by={terms.createdBy} />
    </>
  );
}
