import PDFDocument from 'pdfkit';
import { fontBytes, type Run, type Style } from './fonts';
import { lineOf, linesOf, type Line } from './text-layout';

const MARGIN = 48;
const INK = '#1a1a1a';
const GREY = '#5c6470';
const LINE = '#b8bec7';
const SHADE = '#eef1f5';
const SIZE = 9.5;
const PAD = 5;
/** Line height relative to the font size: room for the tallest script. */
const LEADING = 1.45;

export interface FormInfo {
  readonly title: string;
  readonly author: string;
  /** Date of the content, not of the rendering: the same content gives the same file. */
  readonly date: Date;
  readonly language: string;
}

export interface Column {
  readonly title: string;
  /** A share of the width. */
  readonly share: number;
  readonly align?: 'right';
}

interface Cell {
  readonly text: string;
  readonly width: number;
  readonly style: Style;
  readonly align?: 'right';
  readonly isShaded: boolean;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly align?: 'left' | 'right' | 'center' | undefined;
}

/** A form on A4: cells with labels, sections of running text, tables; pages break between rows and between lines. */
export class Form {
  readonly doc: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];
  private readonly done: Promise<Buffer>;
  private readonly fonts = new Set<string>();
  readonly width: number;

  constructor({ title, author, date, language }: FormInfo) {
    const margins = { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + 16 };
    const info = { Title: title, Author: author, CreationDate: date };
    this.doc = new PDFDocument({
      size: 'A4',
      margins,
      bufferPages: true,
      lang: language,
      displayTitle: true,
      info,
    });
    this.width = this.doc.page.width - 2 * MARGIN;
    this.done = new Promise((resolve, reject) => {
      this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk));
      this.doc.once('end', () => resolve(Buffer.concat(this.chunks)));
      this.doc.once('error', reject);
    });
  }

  heading(company: string, title: string, beside: string): void {
    const { doc } = this;
    const [left, right] = [this.width * 0.62, this.width * 0.38];
    const below = this.draw(
      company,
      { x: MARGIN, y: MARGIN, width: left - 8 },
      { style: 'bold', size: 10.5 },
    );
    const place = { x: MARGIN + left, y: MARGIN, width: right, align: 'right' } as const;
    const y = Math.max(below, this.draw(beside, place, { colour: GREY })) + 5;
    doc
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + this.width, y)
      .lineWidth(1.2)
      .strokeColor(INK)
      .stroke();
    const middle = { x: MARGIN, y: y + 9, width: this.width, align: 'center' } as const;
    doc.y = this.draw(title, middle, { style: 'bold', size: 18 }) + 8;
  }

  /** Labels with their values, two pairs side by side; a pair by itself takes the whole width. */
  pairs(rows: readonly (readonly (readonly [label: string, value: string])[])[]): void {
    const label = this.width * 0.14;
    const cells = rows.map((row) =>
      row.flatMap(([name, value]): Cell[] => [
        { text: name, width: label, style: 'bold', isShaded: true },
        { text: value, width: this.width / row.length - label, style: 'regular', isShaded: false },
      ]),
    );
    // A total belongs to what it is the total of: rows of a line each are kept together.
    const height = rows.length * (SIZE * LEADING + 6);
    if (height <= this.doc.page.height / 3) this.room(height);
    cells.forEach((row) => this.row(row));
    this.doc.y += 8;
  }

  /** A section of running text; it may go on over the page. */
  section(title: string, text: string): void {
    this.bar(title);
    this.doc.y += 3;
    this.running(text);
    this.doc.y += 8;
  }

  /** A line of text within a section. */
  line(text: string, style: Style = 'regular'): void {
    this.doc.y += 2;
    this.running(text, style);
  }

  /** @param below room for the first lines of what it is about: no title stands alone at the foot of a page. */
  bar(title: string, below = 56): void {
    this.room(below);
    const y = this.doc.y;
    this.doc.rect(MARGIN, y, this.width, 18).fill(SHADE);
    this.doc.rect(MARGIN, y, 3, 18).fill(INK);
    this.draw(
      title,
      { x: MARGIN + 10, y: y + 2, width: this.width - 20 },
      { style: 'bold', size: SIZE + 0.5 },
    );
    this.doc.y = y + 20;
  }

  table(columns: readonly Column[], rows: readonly (readonly string[])[]): void {
    const shares = columns.reduce((sum, { share }) => sum + share, 0);
    const cells = (texts: readonly string[], isHead: boolean): Cell[] =>
      columns.map(({ share, align }, n) => ({
        text: texts[n] ?? '',
        width: (this.width * share) / shares,
        style: isHead ? 'bold' : 'regular',
        isShaded: isHead,
        ...(align && { align }),
      }));
    const head = cells(
      columns.map(({ title }) => title),
      true,
    );
    // With its first row: no head stands alone at the foot of a page.
    this.room(50);
    this.row(head);
    for (const row of rows) this.row(cells(row, false), head);
    this.doc.y += 8;
  }

  /** Starts a page where less than this is left. */
  room(height: number): boolean {
    if (height <= this.left()) return false;
    this.doc.addPage();
    return true;
  }

  /** @param footer what stands below page n of m, left and right. */
  end(footer: (page: number, pages: number) => readonly [string, string]): Promise<Buffer> {
    const { doc } = this;
    const { count } = doc.bufferedPageRange();
    for (let n = 0; n < count; n += 1) {
      doc.switchToPage(n);
      doc.page.margins.bottom = 0;
      const [left, right] = footer(n + 1, count);
      const y = doc.page.height - MARGIN;
      doc
        .moveTo(MARGIN, y - 5)
        .lineTo(MARGIN + this.width, y - 5)
        .lineWidth(0.5)
        .strokeColor(LINE)
        .stroke();
      const kind = { size: 8, colour: GREY };
      this.draw(left, { x: MARGIN, y, width: this.width * 0.7 }, { ...kind, isOneLine: true });
      const place = { x: MARGIN + this.width * 0.7, y, width: this.width * 0.3, align: 'right' } as const;
      this.draw(right, place, { ...kind, isOneLine: true });
    }
    doc.end();
    return this.done;
  }

  private left(): number {
    const { page, y } = this.doc;
    return page.height - page.margins.bottom - y;
  }

  /** Cells side by side. What does not fit on the page goes on on the next, below the same head. */
  private row(cells: readonly Cell[], head?: readonly Cell[]): void {
    const lines = cells.map(({ text, width, style }) => this.lines(text, style, width - 2 * PAD));
    const step = SIZE * LEADING;
    const rows = Math.max(...lines.map(({ length }) => length));
    const heightOf = (count: number): number => count * step + 6;
    // A row that fits on a page is kept together.
    const isShort = heightOf(rows) <= this.doc.page.height / 3;
    for (let from = 0; from < rows;) {
      const isNewPage = this.room(heightOf(isShort ? rows - from : 1));
      if (isNewPage && head) this.row(head);
      const count = Math.min(rows - from, Math.max(1, Math.floor((this.left() - 6) / step)));
      const y = this.doc.y;
      let x = MARGIN;
      cells.forEach(({ width, align, isShaded }, n) => {
        this.box(x, y, width, heightOf(count), isShaded);
        const shown = lines[n]?.slice(from, from + count) ?? [];
        this.put(shown, { x: x + PAD, y: y + 3, width: width - 2 * PAD, align }, SIZE, INK);
        x += width;
      });
      this.doc.y = y + heightOf(count);
      from += count;
    }
  }

  private running(text: string, style: Style = 'regular'): void {
    const step = SIZE * LEADING + 0.5;
    for (const line of this.lines(text, style, this.width - 2 * PAD)) {
      this.room(step);
      const { y } = this.doc;
      this.put([line], { x: MARGIN + PAD, y, width: this.width - 2 * PAD }, SIZE, INK);
      this.doc.y = y + step;
    }
  }

  /** @returns where it ends. */
  private draw(
    text: string,
    place: Place,
    kind: {
      readonly style?: Style;
      readonly size?: number;
      readonly colour?: string;
      readonly isOneLine?: boolean;
    } = {},
  ): number {
    const { style = 'regular', size = SIZE, colour = INK, isOneLine = false } = kind;
    const measure = (run: Run): number => this.measure(run, size);
    const lines = isOneLine
      ? [lineOf(text, style, place.width, measure)]
      : linesOf(text, style, place.width, measure);
    return this.put(lines, place, size, colour);
  }

  private put(
    lines: readonly Line[],
    { x, y, width, align = 'left' }: Place,
    size: number,
    colour: string,
  ): number {
    let top = y;
    for (const line of lines) {
      const room = width - line.width;
      let at = x + { left: 0, center: room / 2, right: room }[align];
      for (const { text, font, width: advance } of line.runs) {
        this.use(font).fontSize(size).fillColor(colour);
        // Scripts sit on one line, whatever the heights of their fonts.
        this.doc.text(text, at, top + size * 1.16, { lineBreak: false, baseline: 'alphabetic' });
        at += advance;
      }
      top += size * LEADING;
    }
    return top;
  }

  private lines(text: string, style: Style, width: number): readonly Line[] {
    return linesOf(text, style, width, (run) => this.measure(run, SIZE));
  }

  private measure({ font, text }: Run, size: number): number {
    return this.use(font).fontSize(size).widthOfString(text);
  }

  private use(font: string): PDFKit.PDFDocument {
    if (!this.fonts.has(font)) this.doc.registerFont(font, fontBytes(font));
    this.fonts.add(font);
    return this.doc.font(font);
  }

  private box(x: number, y: number, width: number, height: number, isShaded = false): void {
    this.doc.rect(x, y, width, height).lineWidth(0.5);
    if (isShaded) this.doc.fillAndStroke(SHADE, LINE);
    else this.doc.strokeColor(LINE).stroke();
  }
}
