import LineBreaker from 'linebreak';
import { graphemesOf, isRightToLeft, readable, runsOf, type Run, type Style } from './fonts';

/** A run with its width in points. */
export interface MeasuredRun extends Run {
  readonly width: number;
}

export interface Line {
  readonly runs: readonly MeasuredRun[];
  readonly width: number;
}

/** Width of a run in points, at the size that is drawn. */
export type Measure = (run: Run) => number;

/**
 * Text as lines that fit a width, by where Unicode lets a line break; a word that is longer than a line breaks within itself, so that
 * nothing runs off the page. An empty text is one empty line.
 */
export function linesOf(text: string, style: Style, width: number, measure: Measure): readonly Line[] {
  return text
    .split(/\r\n|[\r\n\u2028\u2029]/u)
    .map(readable)
    .flatMap((paragraph) => {
      const lines: string[] = [];
      let line = '';
      let used = 0;
      for (const piece of piecesOf(paragraph)) {
        const visible = widthOf(piece.trimEnd(), style, measure);
        if (line !== '' && used + visible > width) {
          lines.push(line);
          [line, used] = ['', 0];
        }
        if (visible <= width) {
          line += piece;
          used += widthOf(piece, style, measure);
          continue;
        }
        for (const grapheme of graphemesOf(piece)) {
          const advance = widthOf(grapheme, style, measure);
          if (line !== '' && used + advance > width) {
            lines.push(line);
            [line, used] = ['', 0];
          }
          line += grapheme;
          used += advance;
        }
      }
      return [...lines, line].map((one) => measured(one.trimEnd(), style, measure));
    });
}

/** A text in one line, cut short with an ellipsis where it is longer than that. */
export function lineOf(given: string, style: Style, width: number, measure: Measure): Line {
  const text = readable(given);
  const whole = measured(text, style, measure);
  if (whole.width <= width) return whole;
  const kept = graphemesOf(text);
  while (kept.length > 0 && widthOf(`${kept.join('')}…`, style, measure) > width) kept.pop();
  return measured(`${kept.join('')}…`, style, measure);
}

function* piecesOf(paragraph: string): Generator<string> {
  const breaker = new LineBreaker(paragraph);
  let from = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    yield paragraph.slice(from, next.position);
    from = next.position;
  }
}

const widthOf = (text: string, style: Style, measure: Measure): number =>
  runsOf(text, style).reduce((sum, run) => sum + measure(run), 0);

function measured(text: string, style: Style, measure: Measure): Line {
  const runs = runsOf(text, style).map((run) => ({ ...inOrder(run), width: measure(run) }));
  return { runs, width: runs.reduce((sum, run) => sum + run.width, 0) };
}

/** The document lays words out from left to right; those of a script that is read the other way come in its order. */
function inOrder(run: Run): Run {
  if (!isRightToLeft(run.font)) return run;
  const words = run.text.trim().split(' ').toReversed().join(' ');
  return { ...run, text: run.text.replace(run.text.trim(), words) };
}
