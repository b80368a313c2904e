// The parts of echarts that the figures use, in a file of their own: it is loaded with the first picture.
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export const drawIn = (element: HTMLElement) => init(element, undefined, { renderer: 'svg' });
