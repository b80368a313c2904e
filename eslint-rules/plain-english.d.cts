import { type ESLint } from 'eslint';

declare const plainEnglish: ESLint.Plugin;
export = plainEnglish;
