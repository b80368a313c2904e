import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';

const MARGIN = 48;
const INK = '#1a1a1a';
const GREY = '#5c6470';
const LINE = '#b8bec7';
const SHADE = '#eef1f5';
const SIZE = 9.5;
const PAD = 5;

/** Noto Sans SC has Chinese and Latin letters in one; only the letters used go into the document. */
const fonts = {
  regular: readFileSync(
    require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  ),
  bold: readFileSync(require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf')),
};

export interface FormInfo {
  readonly title: string;
  readonly author: string;
  /** Of what the paper says, not of its printing: the same content is the same file. */
  readonly date: Date;
  readonly language: string;
}

export interface Column {
  readonly title: string;
  /** A share of the width. */
  readonly share: number;
  readonly align?: 'right';
}

/** A form on A4: cells with labels, sections of running text, tables; pages break between rows and between lines. */
export class Form {
  readonly doc: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];
  private readonly done: Promise<Buffer>;
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
    this.doc.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
    this.width = this.doc.page.width - 2 * MARGIN;
    this.done = new Promise((resolve, reject) => {
      this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk));
      this.doc.once('end', () => resolve(Buffer.concat(this.chunks)));
      this.doc.once('error', reject);
    });
  }

  heading(company: string, title: string, beside: string): void {
    const { doc } = this;
    doc
      .font('bold')
      .fontSize(10.5)
      .fillColor(INK)
      .text(company, MARGIN, MARGIN, { width: this.width * 0.62 });
    const below = doc.y;
    doc.font('regular').fontSize(SIZE).fillColor(GREY);
    doc.text(beside, MARGIN + this.width * 0.62, MARGIN, { width: this.width * 0.38, align: 'right' });
    const y = Math.max(below, doc.y) + 5;
    doc
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + this.width, y)
      .lineWidth(1.2)
      .strokeColor(INK)
      .stroke();
    doc
      .font('bold')
      .fontSize(18)
      .fillColor(INK)
      .text(title, MARGIN, y + 9, { width: this.width, align: 'center' });
    doc.y += 8;
  }

  /** Labels with their values, two pairs side by side; a pair by itself takes the whole width. */
  pairs(rows: readonly (readonly (readonly [label: string, value: string])[])[]): void {
    for (const row of rows) {
      const cell = this.width / row.length;
      const label = this.width * 0.14;
      const height = Math.max(
        ...row.map(([name, value]) =>
          Math.max(this.heightOf(name, label, 'bold'), this.heightOf(value, cell - label)),
        ),
      );
      this.room(height);
      const y = this.doc.y;
      row.forEach(([name, value], n) => {
        const x = MARGIN + n * cell;
        this.box(x, y, label, height, true);
        this.box(x + label, y, cell - label, height);
        this.cellText(name, { x, y, width: label, font: 'bold' });
        this.cellText(value, { x: x + label, y, width: cell - label });
      });
      this.doc.y = y + height;
    }
    this.doc.y += 8;
  }

  /** A section of running text; it may go on over the page. */
  section(title: string, text: string): void {
    this.bar(title);
    this.doc.font('regular').fontSize(SIZE).fillColor(INK);
    this.doc.text(text, MARGIN + PAD, this.doc.y + 3, { width: this.width - 2 * PAD, lineGap: 1.5 });
    this.doc.y += 8;
  }

  /** A line of text within a section. */
  line(text: string, font: 'regular' | 'bold' = 'regular'): void {
    this.doc.font(font).fontSize(SIZE).fillColor(INK);
    this.doc.text(text, MARGIN + PAD, this.doc.y + 2, { width: this.width - 2 * PAD, lineGap: 1.5 });
  }

  bar(title: string): void {
    // With the first lines of what it is about: no title stands alone at the foot of a page.
    this.room(56);
    const y = this.doc.y;
    this.doc.rect(MARGIN, y, this.width, 18).fill(SHADE);
    this.doc.rect(MARGIN, y, 3, 18).fill(INK);
    this.doc
      .font('bold')
      .fontSize(SIZE + 0.5)
      .fillColor(INK);
    this.doc.text(title, MARGIN + 10, y + 2, { width: this.width - 20, lineBreak: false });
    this.doc.y = y + 20;
  }

  table(columns: readonly Column[], rows: readonly (readonly string[])[]): void {
    const titles = columns.map(({ title }) => title);
    this.tableRow(columns, titles, true);
    for (const row of rows) this.tableRow(columns, row, false, titles);
    this.doc.y += 8;
  }

  /** Starts a page where less than this is left. */
  room(height: number): boolean {
    const { page } = this.doc;
    if (this.doc.y + height <= page.height - page.margins.bottom) return false;
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
      doc.font('regular').fontSize(8).fillColor(GREY);
      doc.text(left, MARGIN, y, { width: this.width * 0.7, lineBreak: false });
      doc.text(right, MARGIN + this.width * 0.7, y, {
        width: this.width * 0.3,
        align: 'right',
        lineBreak: false,
      });
    }
    doc.end();
    return this.done;
  }

  private tableRow(
    columns: readonly Column[],
    cells: readonly string[],
    isHead: boolean,
    again?: readonly string[],
  ): void {
    const shares = columns.reduce((sum, { share }) => sum + share, 0);
    const widths = columns.map(({ share }) => (this.width * share) / shares);
    const font = isHead ? 'bold' : 'regular';
    const height = Math.max(...cells.map((text, n) => this.heightOf(text, widths[n] ?? 0, font)));
    const isNewPage = this.room(isHead ? height * 2 : height);
    if (isNewPage && again) this.tableRow(columns, again, true);
    const y = this.doc.y;
    let x = MARGIN;
    cells.forEach((text, n) => {
      const width = widths[n] ?? 0;
      const { align } = columns[n] ?? {};
      this.box(x, y, width, height, isHead);
      this.cellText(text, { x, y, width, font, ...(align && { align }) });
      x += width;
    });
    this.doc.y = y + height;
  }

  private heightOf(text: string, width: number, font: 'regular' | 'bold' = 'regular'): number {
    this.doc.font(font).fontSize(SIZE);
    return this.doc.heightOfString(text === '' ? ' ' : text, { width: width - 2 * PAD }) + 6;
  }

  private cellText(
    text: string,
    {
      x,
      y,
      width,
      font = 'regular',
      align = 'left',
    }: { x: number; y: number; width: number; font?: 'regular' | 'bold'; align?: 'left' | 'right' },
  ): void {
    this.doc.font(font).fontSize(SIZE).fillColor(INK);
    this.doc.text(text, x + PAD, y + 3, { width: width - 2 * PAD, align });
  }

  private box(x: number, y: number, width: number, height: number, isShaded = false): void {
    this.doc.rect(x, y, width, height).lineWidth(0.5);
    if (isShaded) this.doc.fillAndStroke(SHADE, LINE);
    else this.doc.strokeColor(LINE).stroke();
  }
}
