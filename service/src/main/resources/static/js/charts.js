/** Line charts over time on uPlot: thresholds, marks, a readable legend, colours from the style sheet. */
import {h, put} from './dom.js';
import {axisTime, seconds} from './format.js';

const DASHES = [[], [7, 4], [2, 3], [10, 3, 2, 3], [4, 4]];
const charts = new Set();
const color = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => charts.forEach(chart => chart.rebuild()));

/** Label beside a line, kept inside the plot and readable over it. */
function label(u, text, x, y, align, paint) {
  const {ctx} = u;
  ctx.font = `600 ${11 * devicePixelRatio}px system-ui, sans-serif`;
  ctx.textAlign = align;
  ctx.textBaseline = 'bottom';
  ctx.lineWidth = 4 * devicePixelRatio;
  ctx.strokeStyle = color('--card');
  ctx.strokeText(text, x, y);
  ctx.fillStyle = paint;
  ctx.fillText(text, x, y);
}

function line(u, from, to, paint, dash) {
  const {ctx} = u;
  ctx.setLineDash(dash.map(length => length * devicePixelRatio));
  ctx.strokeStyle = paint;
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.beginPath();
  ctx.moveTo(...from);
  ctx.lineTo(...to);
  ctx.stroke();
  ctx.setLineDash([]);
}

/**
 * One chart. `draw` takes {times: seconds, series: [{name, values, slot?, fill?}], thresholds: [{severity, value}],
 * marks: [{at: seconds, text}]}; the options say how it looks: {write, axis?, top?, limit?, far?}. A threshold more than `far`
 * times above the data is named at the upper edge instead of flattening the lines.
 */
export class TimeChart {
  constructor(host, options) {
    this.host = host;
    this.options = {far: Infinity, top: 0, ...options};
    this.legend = h('ul', {class: 'keys'});
    this.plot = h('div', {class: 'plot', role: 'img'});
    host.append(this.legend, this.plot);
    charts.add(this);
    new ResizeObserver(() => this.resize()).observe(this.plot);
  }

  draw(spec) {
    this.spec = spec;
    const names = spec.series.map(series => series.name + series.slot).join();
    if (!spec.times.length || !window.uPlot) {
      put(this.plot, spec.times.length ? 'The chart library could not be loaded.' : 'No data yet.');
      this.uplot = null;
    } else if (!this.uplot || names !== this.names) {
      this.rebuild();
    } else {
      this.uplot.setData(this.columns());
    }
    this.names = names;
    this.showValues(null);
  }

  columns() {
    return [this.spec.times, ...this.spec.series.map(series => series.values)];
  }

  rebuild() {
    if (!this.spec || !this.spec.times.length || !window.uPlot) return;
    const ink = color('--soft');
    const grid = {stroke: color('--line'), width: 1};
    const axis = {stroke: ink, grid, ticks: grid, font: '12px system-ui, sans-serif'};
    this.plot.replaceChildren();
    this.legend.replaceChildren(...this.spec.series.map((series, index) => h('li', {},
        h('i', {class: `key s${series.slot ?? index}${series.fill ? ' area' : ''}`}), `${series.name} `, h('b'))));
    this.uplot = new window.uPlot({
      width: this.plot.clientWidth || 300,
      height: this.height(),
      legend: {show: false},
      cursor: {sync: {key: 'modelwarden'}, drag: {x: false, y: false}},
      scales: {y: {range: (u, low, high) => [0, this.top(high)]}},
      axes: [{...axis, size: 32, space: 75, values: (u, ticks) => ticks.map(axisTime)},
        {...axis, size: 58, values: (u, ticks) => ticks.map(this.options.axis || this.options.write)}],
      series: [{}, ...this.spec.series.map((series, index) => this.look(series, series.slot ?? index))],
      hooks: {draw: [u => this.annotate(u)], setCursor: [u => this.showValues(u.cursor.idx)]},
    }, this.columns(), this.plot);
  }

  look(series, slot) {
    const stroke = color(`--s${slot}`);
    return series.fill ? {label: series.name, stroke, width: 1, fill: color('--area'), points: {show: false}}
        : {label: series.name, stroke, width: 2, dash: DASHES[slot], points: {size: 5}};
  }

  top(high) {
    const {top, limit, far} = this.options;
    const lines = (this.spec.thresholds || []).map(t => t.value).filter(value => !(value > far * (high || top)));
    const highest = Math.max((high || 0) * 1.12, top, ...lines.map(value => value * 1.15)) || 1;
    return limit ? Math.min(limit, highest) : highest;
  }

  annotate(u) {
    const {left, top, width, height} = u.bbox;
    u.ctx.save();
    for (const {at, text} of this.spec.marks || []) {
      const x = u.valToPos(at, 'x', true);
      if (x < left || x > left + width) continue;
      line(u, [x, top], [x, top + height], color('--ink'), [2, 2]);
      const flip = x > left + width - text.length * 8 * devicePixelRatio;
      label(u, text, x + (flip ? -5 : 5) * devicePixelRatio, top + 14 * devicePixelRatio, flip ? 'right' : 'left', color('--ink'));
    }
    for (const {severity, value} of this.spec.thresholds || []) {
      const paint = color(severity === 'critical' ? '--bad' : '--warn');
      const y = u.valToPos(value, 'y', true);
      const text = `${severity} ${this.options.write(value)}`;
      if (y < top) {
        label(u, `↑ ${text} (off the scale)`, left + width - 4, top + 14 * devicePixelRatio, 'right', paint);
      } else {
        line(u, [left, y], [left + width, y], paint, severity === 'critical' ? [9, 4] : [4, 4]);
        label(u, text, left + 6, y - 2, 'left', paint);
      }
    }
    u.ctx.restore();
  }

  /** Shows the values under the cursor, or the newest ones. */
  showValues(index) {
    const at = index ?? this.spec.times.length - 1;
    const words = this.spec.series.map((series, i) => {
      const value = this.options.write(series.values[at]);
      const node = this.legend.children[i]?.querySelector('b');
      if (node) put(node, value);
      return `${series.name} ${value}`;
    });
    if (index === null || index === undefined) {
      this.plot.setAttribute('aria-label', `${this.options.label}, newest values: ${words.join(', ')}`);
    }
  }

  height() {
    return this.options.height || 190;
  }

  resize() {
    const width = this.plot.clientWidth;
    if (this.uplot && width && width !== this.uplot.width) this.uplot.setSize({width, height: this.height()});
  }
}

/** Where the model's version changes in a history of {at, version}. */
export function versionMarks(history) {
  return history.flatMap((point, i) => i && point.version !== history[i - 1].version
    ? [{at: seconds(point.at), text: `version ${point.version} takes over`}] : []);
}
