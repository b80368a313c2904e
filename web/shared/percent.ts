import { localeOf, type Language } from './language';

/** Hundredths of a percent: 3120 is 31.2 %. */
export const basisPointsText = (points: number, language: Language): string =>
  new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 1 }).format(
    points / 10_000,
  );
