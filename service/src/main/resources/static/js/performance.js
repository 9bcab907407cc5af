/** Model performance over time with the share of predictions whose truth is known. */
import {byId, put} from './dom.js';
import {TimeChart, versionMarks} from './charts.js';
import {count, fixed, percent, seconds} from './format.js';
import {thresholds} from './panels.js';

const chart = new TimeChart(document.querySelector('[data-panel="performance"] .chart'),
    {label: 'Model performance', write: fixed(2), limit: 1, top: 1, height: 220});

export function showPerformance(performance) {
  const history = performance.history || [];
  const column = field => history.map(point => point[field] ?? null);
  const window = (performance.windows || [])[0];
  put(byId('performance-text'), !window ? 'No window has been evaluated yet.'
    : `Last ${window.window}: ${count(window.labeled)} labels for ${count(window.predictions)} predictions `
      + `(${percent(window.coverage)}); F1 ${fixed(2)(window.f1)}, accuracy ${fixed(2)(window.accuracy)}, `
      + `ROC AUC ${fixed(2)(window.roc_auc)}.`);
  chart.draw({
    times: history.map(point => seconds(point.at)),
    thresholds: thresholds('performance'),
    marks: versionMarks(history),
    series: [
      {name: 'label coverage', values: column('coverage'), slot: 4, fill: true},
      {name: 'F1', values: column('f1'), slot: 0},
      {name: 'precision', values: column('precision'), slot: 1},
      {name: 'recall', values: column('recall'), slot: 2}],
  });
}
