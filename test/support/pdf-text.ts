import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** The reader is an ES module that does as browsers do: it runs in a process of its own. */
const READER = `
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const pdf = await getDocument({ data: new Uint8Array(Buffer.concat(chunks)), verbosity: 0 }).promise;
const pages = [];
for (let n = 1; n <= pdf.numPages; n += 1) {
  const page = await pdf.getPage(n);
  const { items } = await page.getTextContent();
  const { fnArray } = await page.getOperatorList();
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const images = fnArray.filter((op) => op === OPS.paintImageXObject).length;
  pages.push({ text: items.map((item) => item.str + (item.hasEOL ? '\\n' : '')).join(''), images });
}
process.stdout.write(JSON.stringify(pages));
`;

export interface PdfPage {
  readonly text: string;
  readonly images: number;
}

/** Visible text of each page of a PDF. @throws {Error} for another file. */
export async function pdfPages(pdf: Buffer): Promise<readonly PdfPage[]> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', READER], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(pdf);
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (out === '') throw new Error(`No PDF: ${errors}`);
  const pages: PdfPage[] = JSON.parse(out);
  return pages;
}
