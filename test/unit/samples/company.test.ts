import { beforeAll, describe, expect, it } from '@jest/globals';
import { isValidPhoneNumber } from 'libphonenumber-js/max';
import { judge } from '../../../domain/entitlement/judge';
import { ROLES, type Role } from '../../../domain/identity/roles';
import type { Company } from '../../../cli/sample/company-shapes';
import { readCompany } from '../../../cli/sample/read-company';
import { COMPANY } from './files';

let company: Company;
beforeAll(async () => {
  company = await readCompany(COMPANY);
});

const RESERVED_DOMAIN = /\.example$|@example\.(com|net|org)$/;
const rolesIn = (organisationId: string): Role[] =>
  company.staff.filter((member) => member.organisationId === organisationId).flatMap(({ roles }) => roles);

describe('the sample company', () => {
  it('has the size that the first start promises', () => {
    const kinds = (kind: string) => company.organisations.filter((organisation) => organisation.kind === kind).length;
    expect({ hq: kinds('hq'), centres: kinds('centre'), outlets: kinds('outlet') }).toEqual({ hq: 1, centres: 3, outlets: 8 });
    expect(company.staff).toHaveLength(40);
    expect(company.customers).toHaveLength(60);
    expect(company.products).toHaveLength(6);
    expect(company.units).toHaveLength(150);
    expect(company.parts.parts).toHaveLength(80);
  });

  it('has outlets at every service level (R11)', () => {
    const levels = company.organisations.filter(({ kind }) => kind === 'outlet').map(({ serviceLevel }) => serviceLevel);
    expect(new Set(levels)).toEqual(new Set(['A', 'B', 'C']));
  });

  it('gives each outlet a centre and each centre HQ, whose id is "hq"', () => {
    const kindOf = new Map(company.organisations.map(({ id, kind }) => [id, kind]));
    for (const { id, kind, parentId } of company.organisations) {
      const parent = parentId === null ? null : kindOf.get(parentId);
      expect([id, parent]).toEqual([id, kind === 'hq' ? null : kind === 'centre' ? 'hq' : 'centre']);
    }
    expect(kindOf.get('hq')).toBe('hq');
  });

  it('serves every province by one centre, and by an outlet of that centre', () => {
    const centres = company.organisations.filter(({ kind }) => kind === 'centre');
    const provinces = centres.flatMap((centre) => centre.provinces);
    expect(new Set(provinces).size).toBe(provinces.length);
    for (const outlet of company.organisations.filter(({ kind }) => kind === 'outlet')) {
      const centre = centres.find(({ id }) => id === outlet.parentId);
      expect(centre?.provinces).toEqual(expect.arrayContaining(outlet.provinces));
    }
    for (const { id, regionId, province } of company.customers) {
      const centre = centres.find((candidate) => province !== null && candidate.provinces.includes(province));
      expect([id, centre?.id]).toEqual([id, regionId]);
    }
  });

  it('has somebody in every role (R12)', () => {
    expect(ROLES.filter((role) => !company.staff.some(({ roles }) => roles.includes(role)))).toEqual([]);
  });

  it.each(['east', 'south', 'north'])('mans the centre %s with every role a centre needs', (centre) => {
    expect(rolesIn(centre)).toEqual(
      expect.arrayContaining([
        'centre-director',
        'enquiry-clerk',
        'complaint-officer',
        'billing-clerk',
        'billing-reviewer',
        'warehouse-keeper',
        'stock-accountant',
      ]),
    );
    expect(rolesIn(centre).filter((role) => role === 'enquiry-clerk').length).toBeGreaterThanOrEqual(2);
  });

  it('never lets one person issue bills and review them (R12)', () => {
    const both = company.staff.filter(({ roles }) => roles.includes('billing-clerk') && roles.includes('billing-reviewer'));
    expect(both).toEqual([]);
  });

  it('has engineers with skills in every outlet, and in every region for every family of products', () => {
    const families = new Set(company.products.map(({ family }) => family));
    for (const centre of company.organisations.filter(({ kind }) => kind === 'centre')) {
      const outlets = company.organisations.filter(({ parentId }) => parentId === centre.id).map(({ id }) => id);
      const engineers = company.staff.filter(({ roles }) => roles.includes('repair-engineer'));
      for (const outlet of outlets) expect(engineers.some(({ organisationId }) => organisationId === outlet)).toBe(true);
      const skills = engineers.filter(({ organisationId }) => outlets.includes(organisationId)).flatMap((engineer) => engineer.skills);
      expect(new Set(skills)).toEqual(families);
    }
  });

  it('has telephone numbers that exist in their countries', () => {
    const phones = [
      ...company.organisations.map(({ phone }) => phone),
      ...company.staff.map(({ phone }) => phone),
      ...company.customers.flatMap(({ contacts }) => contacts.filter(({ kind }) => kind === 'phone').map(({ value }) => value)),
    ];
    expect(phones.filter((phone) => !isValidPhoneNumber(phone))).toEqual([]);
    expect(new Set(phones).size).toBe(phones.length);
  });

  it('has no e-mail address that could reach somebody (RFC 2606)', () => {
    const emails = [
      ...company.staff.map(({ email }) => email),
      ...company.customers.flatMap(({ contacts }) => contacts.filter(({ kind }) => kind === 'email').map(({ value }) => value)),
    ];
    expect(emails.filter((email) => !RESERVED_DOMAIN.test(email))).toEqual([]);
    expect(new Set(emails).size).toBe(emails.length);
  });

  it('has dealers, and customers in both languages and abroad', () => {
    const { customers } = company;
    expect(customers.filter(({ kind }) => kind === 'dealer').length).toBeGreaterThanOrEqual(3);
    expect(new Set(customers.map(({ language }) => language))).toEqual(new Set(['zh', 'en']));
    const countries = customers.flatMap(({ contacts }) => contacts.map(({ value }) => /^\+(86|65|49)/.exec(value)?.[1]));
    expect(new Set(countries)).toEqual(new Set(['86', '65', '49', undefined]));
  });

  it('has units in and out of warranty, and some that wait for installation (R6)', () => {
    const terms = new Map(company.products.map((product) => [product.code, product]));
    const states = company.units.map(({ productCode, soldOn, installedOn }) => {
      const product = terms.get(productCode);
      if (product === undefined) throw new Error(productCode);
      const { warrantyFrom: from, labour, parts, travel } = product;
      const dates = { from, soldOn, ...(installedOn !== null && { installedOn }) };
      return judge({ labour, parts, travel, ...dates, excludedCauses: [], wearParts: [] }, undefined, { onDay: '2026-11-22' }).state;
    });
    for (const state of ['in-warranty', 'out-of-warranty'] as const) {
      expect(states.filter((each) => each === state).length).toBeGreaterThan(40);
    }
    // Without an installation day a unit is covered from its sale on.
    expect(states).not.toContain('unknown');
    expect(company.units.filter(({ installedOn }) => installedOn === null).length).toBeGreaterThan(0);
    for (const { id, soldOn, installedOn } of company.units) expect([id, installedOn === null || soldOn <= installedOn]).toEqual([id, true]);
  });

  it('keeps parts of every class at HQ, every centre and some outlets (R20, R21)', () => {
    const { parts, depots } = company.parts;
    expect(new Set(parts.map(({ abcClass }) => abcClass))).toEqual(new Set(['A', 'B', 'C']));
    expect(depots.map(({ id }) => id)).toEqual(expect.arrayContaining(['hq', 'east', 'south', 'north']));
    for (const { id } of depots) expect(parts.some(({ quantities }) => (quantities[id] ?? 0) > 0)).toBe(true);
    expect(parts.filter(({ critical }) => critical).length).toBeGreaterThan(0);
    expect(parts.filter(({ critical }) => !critical).length).toBeGreaterThan(0);
  });
});
