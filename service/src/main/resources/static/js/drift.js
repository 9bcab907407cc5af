/** Feature drift: the table, worst first, the histogram of the opened feature, and PSI over time. */
import {byId, h, keyed, mark, part, put} from './dom.js';
import {TimeChart, versionMarks} from './charts.js';
import {count, fixed, NOT_ENOUGH, percent, pValue, seconds, why, word} from './format.js';
import {thresholds} from './panels.js';

const OUTPUT = {_score: 'model score', _class: 'predicted class'};
const BADGES = {drifted: '▲ drifted', stable: '✓ stable', inconclusive: '? inconclusive'};
const RANK = {drifted: 0, inconclusive: 1, stable: 2};
const WORST = 4;

const slots = new Map();
const chart = new TimeChart(document.querySelector('[data-panel="psi-history"] .chart'),
    {label: 'PSI over time', write: fixed(2), top: 0.1, far: 8});
let opened = null;
let last = null;

export const isOutput = feature => feature.feature.startsWith('_');
export const display = name => OUTPUT[name] || name;
const testOf = (feature, statistic) => (feature.tests || []).find(test => test.statistic === statistic);
export const psiOf = feature => testOf(feature, 'psi')?.value ?? null;

export function worstFirst(features) {
  return [...features].sort((a, b) => (RANK[a.verdict] ?? 3) - (RANK[b.verdict] ?? 3)
      || (psiOf(b) ?? -1) - (psiOf(a) ?? -1) || a.feature.localeCompare(b.feature));
}

export function showDrift(drift) {
  last = drift;
  const features = worstFirst(drift.features || []);
  const scale = Math.max(0.25, ...features.map(psiOf));
  const show = (table, rows) => keyed(table, rows, feature => feature.feature, createRow,
      (body, feature) => updateRow(body, feature, scale));
  show(byId('drift-table'), features.filter(feature => !isOutput(feature)));
  const output = features.filter(isOutput);
  byId('output-title').hidden = !output.length;
  show(byId('output-table'), output);
  put(byId('drift-verdict'), `Last ${drift.window || 'window'} against the reference; false-alarm budget `
      + `${percent(drift.alpha)} over all features (${word(drift.correction)}). Select a feature for its histogram.`);
  showHistory(drift.history || []);
}

function toggle(name) {
  opened = opened === name ? null : name;
  showDrift(last);
}

function createRow({feature: name}) {
  const cell = (id, label, type = '') => h('td', {'data-part': id, 'data-label': label, class: type});
  const button = h('button', {type: 'button', class: 'link', 'data-part': 'name'}, display(name));
  const row = h('tr', {class: 'feature', 'data-testid': `feature-row-${name}`, onclick: () => toggle(name)},
      h('th', {scope: 'row'}, button),
      h('td', {class: 'verdict'}, h('span', {class: 'badge', 'data-part': 'badge'})),
      h('td', {class: 'psi'}, h('span', {class: 'meter'}, h('i', {'data-part': 'bar'})), h('b', {'data-part': 'psi'})),
      cell('p', 'p', 'n'), cell('effect', 'effect', 'n'), cell('reference', 'n ref.', 'n'), cell('current', 'n now', 'n'));
  return h('tbody', {}, row, h('tr', {class: 'detail', hidden: true}, h('td', {colspan: 7, 'data-part': 'detail'})));
}

function updateRow(body, feature, scale) {
  const [row, detail] = body.children;
  const psi = testOf(feature, 'psi');
  const effect = (feature.tests || []).find(test => test.effect !== undefined && test.effect !== null);
  const reason = feature.reason ? word(feature.reason)
      + (feature.rows_needed ? `; ${count(feature.rows_needed)} rows needed` : '') : NOT_ENOUGH;
  mark(row, 'data-verdict', feature.verdict);
  const p = feature.adjusted_p_value ?? feature.p_value;
  put(part(row, 'badge'), BADGES[feature.verdict] || feature.verdict,
      feature.verdict === 'inconclusive' ? reason : feature.sentence);
  mark(part(row, 'badge'), 'data-kind', feature.verdict);
  put(part(row, 'psi'), fixed(3)(psi?.value), why(psi?.value, `population stability index; drift verdict from ${fixed(3)(psi?.threshold)}`));
  const bar = part(row, 'bar');
  bar.style.width = `${100 * Math.min(1, (psi?.value || 0) / scale)}%`;
  mark(bar, 'data-kind', feature.verdict);
  put(part(row, 'p'), pValue(p), why(p, `adjusted for the number of features; unadjusted: ${pValue(feature.p_value)}`));
  put(part(row, 'effect'), word(effect?.effect), effect ? `from ${word(effect.statistic)}` : NOT_ENOUGH);
  put(part(row, 'reference'), count(psi?.reference_count), why(psi?.reference_count, 'rows in the reference'));
  put(part(row, 'current'), count(psi?.current_count), why(psi?.current_count, 'rows in the last window'));
  const open = opened === feature.feature;
  mark(part(row, 'name'), 'aria-expanded', open);
  detail.hidden = !open;
  if (open) showHistogram(part(detail, 'detail'), feature, feature.verdict === 'inconclusive' ? reason : '');
  else part(detail, 'detail').replaceChildren();
}

function showHistogram(host, feature, reason) {
  if (!host.firstChild) {
    host.append(h('figure', {'data-testid': 'histogram', class: 'histogram'},
        h('figcaption', {'data-part': 'sentence'}),
        h('p', {class: 'keys'}, h('i', {class: 'key hollow'}), 'reference ', h('i', {class: 'key solid'}), 'now'),
        h('ul', {'data-part': 'bins'})));
  }
  put(part(host, 'sentence'), (feature.sentence || '') + (reason ? ` Inconclusive: ${reason}.` : ''));
  const bins = feature.bins || [];
  const largest = Math.max(0.01, ...bins.flatMap(bin => [bin.reference_ratio, bin.current_ratio]));
  keyed(part(host, 'bins'), bins, bin => bin.bin, () => h('li', {},
      h('span', {'data-part': 'what', class: 'what'}),
      h('span', {class: 'pair'}, h('i', {'data-part': 'reference', class: 'hollow'}), h('i', {'data-part': 'now', class: 'solid'})),
      h('span', {'data-part': 'numbers', class: 'n'})),
  (item, bin) => {
    put(part(item, 'what'), bin.description || bin.bin);
    part(item, 'reference').style.width = `${100 * (bin.reference_ratio || 0) / largest}%`;
    part(item, 'now').style.width = `${100 * (bin.current_ratio || 0) / largest}%`;
    put(part(item, 'numbers'), `${percent(bin.reference_ratio)} → ${percent(bin.current_ratio)}`);
  });
  part(host, 'bins').hidden = !bins.length;
}

/** Draws the features whose PSI was highest; a feature keeps its colour while it is shown. */
function showHistory(history) {
  const highest = {};
  for (const point of history) {
    for (const [name, value] of Object.entries(point.psi || {})) highest[name] = Math.max(highest[name] || 0, value || 0);
  }
  const names = Object.keys(highest).sort((a, b) => highest[b] - highest[a]).slice(0, WORST);
  for (const name of slots.keys()) if (!names.includes(name)) slots.delete(name);
  for (const name of names) {
    const free = [0, 1, 2, 3].find(slot => ![...slots.values()].includes(slot));
    if (!slots.has(name)) slots.set(name, free);
  }
  chart.draw({
    times: history.map(point => seconds(point.at)),
    thresholds: thresholds('psi-history'),
    marks: versionMarks(history),
    series: [...slots].map(([name, slot]) => ({
      name: display(name), slot, values: history.map(point => point.psi?.[name] ?? null)})),
  });
}
