import type { ContractTerms, WarrantyTerms } from '../../../../domain/entitlement/terms';

/** Labour for 24 months, parts for 36 at half, travel for 12; installed on 1 March 2025. */
export const terms = (changes: Partial<WarrantyTerms> = {}): WarrantyTerms => ({
  from: 'installation',
  labour: { percent: 100, months: 24 },
  parts: { percent: 50, months: 36 },
  travel: { percent: 100, months: 12 },
  soldOn: '2025-01-10',
  installedOn: '2025-03-01',
  excludedCauses: [{ value: 'misuse', from: '2025-01-01', to: '2026-12-31' }],
  wearParts: [
    { value: 'SP-11*', from: '2020-01-01' },
    { value: 'SP-81001', from: '2020-01-01' },
  ],
  ...changes,
});

export const contract = (changes: Partial<ContractTerms> = {}): ContractTerms => ({
  number: 'SV-1',
  from: '2026-01-01',
  to: '2028-12-31',
  labour: 100,
  parts: 80,
  travel: 0,
  wearParts: false,
  causes: [],
  ...changes,
});

/** Sold, and its installation never recorded. */
export const NEVER_INSTALLED: WarrantyTerms = (({ installedOn: _none, ...rest }) => rest)(terms());
