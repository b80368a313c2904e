import { useEffect, useRef } from 'react';
import { usePhone } from './phone';

export interface Series {
  readonly name: string;
  readonly colour: string;
  readonly values: readonly number[];
}

interface Picture {
  /** The picture in words, for those who do not see it. */
  readonly label: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  readonly isLying?: boolean;
  readonly isStacked?: boolean;
  readonly onPick?: (category: number) => void;
}

const ROW_PX = 32;
const AROUND_PX = 70;
const STANDING_PX = 260;
/** On a phone a bar has its name above it, and the names of the colours take more lines. */
const PHONE_ROW_PX = 52;
const PHONE_TOP_PX = 56;
const PHONE_BAR_PX = 16;
const NAME_ABOVE = {
  axisLabel: { inside: true, margin: 0, padding: [0, 0, 9, 0], verticalAlign: 'bottom', color: '#1b2430' },
  axisTick: { show: false },
  z: 10,
} as const;

/** Bars that are drawn once the library has come. The same figures stand in a table below: the picture adds nothing for a keyboard. */
export function Bars({ label, categories, series, isLying = false, isStacked = false, onPick }: Picture) {
  const place = useRef<HTMLDivElement>(null);
  const isPhone = usePhone();
  const isNarrow = isLying && isPhone;
  const height = !isLying
    ? STANDING_PX
    : categories.length * (isNarrow ? PHONE_ROW_PX : ROW_PX) + AROUND_PX + (isNarrow ? PHONE_TOP_PX : 0);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let isGone = false;
    let end = (): void => undefined;
    void import('./pictures').then(({ drawIn }) => {
      if (isGone) return;
      const chart = drawIn(element);
      const named = {
        type: 'category' as const,
        data: [...categories],
        inverse: isLying,
        ...(isNarrow && NAME_ABOVE),
      };
      const counted = { type: 'value' as const, minInterval: 1 };
      chart.setOption({
        animation: false,
        grid: { left: 8, right: 24, top: isNarrow ? PHONE_TOP_PX : 36, bottom: 8 },
        legend: { top: 0, left: 0, textStyle: { color: '#1b2430' } },
        // Rich text is drawn; markup would be styled inline, which the page's policy refuses.
        tooltip: { trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' } },
        xAxis: isLying ? counted : named,
        yAxis: isLying ? named : counted,
        series: series.map(({ name, colour, values }) => ({
          type: 'bar' as const,
          name,
          data: [...values],
          color: colour,
          barMaxWidth: isNarrow ? PHONE_BAR_PX : 28,
          ...(isStacked && { stack: 'all' }),
        })),
      });
      chart.on('click', ({ dataIndex }) => onPick?.(dataIndex));
      const resized = new ResizeObserver(() => chart.resize());
      resized.observe(element);
      end = () => {
        resized.disconnect();
        chart.dispose();
      };
    });
    return () => {
      isGone = true;
      end();
    };
  }, [categories, series, isLying, isNarrow, isStacked, onPick]);
  return (
    <div role="img" aria-label={label} className="picture">
      <div ref={place} style={{ height }} />
    </div>
  );
}
