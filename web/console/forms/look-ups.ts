import type { Bilingual, Language } from '../../shared/language';
import { api, bodyOf } from '../api';
import type { FormSchema } from './schema';

export interface Choice {
  readonly value: string;
  readonly name: string;
  readonly hint?: string;
}

type Source = (q: string, language: Language, schema: FormSchema) => Promise<readonly Choice[]>;

const MOST = 12;
const asked = (q: string) => (q === '' ? {} : { q });

const diagnosisCodes = () => bodyOf(api.GET('/v1/diagnosis-codes'));

interface Code {
  readonly code: string;
  readonly name: Bilingual;
}

/** Codes whose name in either language, or whose code itself, has what is typed. */
function chosen(codes: readonly Code[], q: string, language: Language): readonly Choice[] {
  const sought = q.toLowerCase();
  return codes
    .filter(({ code, name }) => [code, name.en, name.zh].some((text) => text.toLowerCase().includes(sought)))
    .map(({ code, name }) => ({ value: code, name: name[language], hint: code }));
}

/** Where the values of a field are looked up, by its kind. */
export const LOOK_UPS: Readonly<Partial<Record<string, Source>>> = {
  part: async (q) => {
    const { items } = await bodyOf(api.GET('/v1/parts', { params: { query: asked(q) } }));
    return items.map(({ partNumber, name, available }) => ({
      value: partNumber,
      name: `${partNumber} ${name}`,
      hint: `× ${available}`,
    }));
  },
  staff: async (q, language) => {
    const { items } = await bodyOf(api.GET('/v1/staff', { params: { query: { ...asked(q), limit: MOST } } }));
    return items.map(({ id, names, organisation }) => ({
      value: id,
      name: names[language],
      hint: organisation.name,
    }));
  },
  organisation: async (q, language) => {
    const { items } = await bodyOf(
      api.GET('/v1/organisations', { params: { query: { ...asked(q), limit: MOST } } }),
    );
    return items.map(({ id, names, city }) => ({ value: id, name: names[language], hint: city }));
  },
  customer: async (q) => {
    const { items } = await bodyOf(
      api.GET('/v1/customers', { params: { query: { ...asked(q), limit: MOST } } }),
    );
    return items.map(({ id, name, city, number }) => ({ value: id, name, hint: city ?? number }));
  },
  unit: async (q, language, schema) => {
    const { items } = await bodyOf(api.GET('/v1/units', { params: { query: { ...asked(q), limit: MOST } } }));
    return items.map(({ id, serial, product, customer }) => ({
      // A field for an id takes the id; the others take what stands on the plate.
      value: schema.title === 'Id' ? id : serial,
      name: `${serial} ${language === 'zh' ? product.nameZh : product.nameEn}`,
      hint: customer.name,
    }));
  },
  'code:fault': async (q, language) => chosen((await diagnosisCodes()).faults, q, language),
  'code:cause': async (q, language) => chosen((await diagnosisCodes()).causes, q, language),
  case: async (q) => {
    const { items } = await bodyOf(api.GET('/v1/cases', { params: { query: { ...asked(q), limit: MOST } } }));
    return items.map(({ number, subject, customer }) => ({
      value: number,
      name: `${number} ${subject}`,
      ...(customer && { hint: customer.name }),
    }));
  },
};
