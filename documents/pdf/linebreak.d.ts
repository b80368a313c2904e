/** Ships without types: where a line may be broken (Unicode annex 14). */
declare module 'linebreak' {
  interface Break {
    /** Index in UTF-16 units: a line may end before it. */
    readonly position: number;
    readonly required: boolean;
  }
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): Break | null;
  }
}
