/** Header, headline and the tiles with the key figures. */
import {byId, h, keyed, mark, part, put} from './dom.js';
import {firing} from './alerts.js';
import {display, isOutput, psiOf, worstFirst} from './drift.js';
import {count, fixed, millis, NOT_ENOUGH, percent, time, why} from './format.js';
import {latencyThresholds, reached, thresholds} from './panels.js';

export function showHeader({status, model}) {
  const name = model?.model || status?.model;
  if (name) {
    put(byId('model-name'), name);
    document.title = `Modelwarden · ${name}`;
  }
  put(byId('model-version'), model?.version || '–', 'version of the serving model');
  put(byId('model-trained'), time(model?.trained_at), model?.trained_at);
  put(byId('model-baseline'), model?.baseline || '–', 'the reference that drift is measured against');
  put(byId('model-framework'), model?.framework || '–');
  put(byId('model-validation'), fixed(2)(model?.validation?.f1), why(model?.validation?.f1, 'on held-out data when it was trained'));
  byId('profile').hidden = status?.profile !== 'demo';
  put(byId('profile'), 'demo profile: a day runs in a minute: windows and cooldowns are scaled down');
}

export function showHeadline({drift, alerts}) {
  const line = headline(drift, alerts);
  put(byId('headline'), line.text);
  mark(byId('headline'), 'data-state', line.state);
}

function headline(drift, alerts) {
  const loud = firing(alerts);
  const features = worstFirst(drift?.features || []);
  const drifted = features.filter(feature => feature.verdict === 'drifted').sort((a, b) => isOutput(a) - isOutput(b))
      .map(feature => display(feature.feature));
  const names = drifted.slice(0, 3).join(', ') + (drifted.length > 3 ? ` and ${drifted.length - 3} more` : '');
  if (loud.length) {
    const titles = [...new Set(loud.map(alert => alert.title || alert.rule))].join('; ');
    return {state: loud.some(alert => alert.severity === 'critical') ? 'critical' : 'warning',
      text: `▲ Alert: ${titles}.${names ? ` Drifted: ${names}.` : ''}`};
  }
  if (drifted.length) return {state: 'warning', text: `▲ Drift found in ${names}; no alert is firing.`};
  if (!features.length) return {state: 'waiting', text: '… Waiting for the first drift report.'};
  if (features.every(feature => feature.verdict === 'inconclusive')) {
    return {state: 'waiting', text: '? Collecting data: too few predictions for a verdict yet. No alert is firing.'};
  }
  return {state: 'good', text: '✓ All quiet: no alert is firing and no drift was found.'};
}

export function showTiles({traffic, drift, performance, alerts}) {
  const now = (traffic?.points || []).at(-1) || {};
  const window = (performance?.windows || [])[0] || {};
  const features = (drift?.features || []).filter(feature => !isOutput(feature));
  const drifted = features.filter(feature => feature.verdict === 'drifted');
  const unsure = features.filter(feature => feature.verdict === 'inconclusive').length;
  const judged = features.length > unsure;
  const loud = firing(alerts);
  const pending = (alerts?.alerts || []).filter(alert => alert.state === 'pending').length;
  const worst = worstFirst(features)[0];
  const slow = reached(latencyThresholds(), now.p99_ms);
  const wrong = reached(thresholds('errors'), now.error_ratio);
  const low = reached(thresholds('performance'), window.f1, true);
  const limit = (lines, write) => lines.map(line => `${line.severity} at ${write(line.value)}`).join(', ');
  const tiles = [
    {id: 'requests', name: 'requests/s', value: fixed(1)(now.requests_per_second), title: why(now.requests_per_second, 'newest step')},
    {id: 'latency', name: 'latency p99', value: millis(now.p99_ms), note: `p50 ${millis(now.p50_ms)}, p90 ${millis(now.p90_ms)}`,
      level: slow, title: why(now.p99_ms, limit(latencyThresholds(), millis))},
    {id: 'errors', name: 'error rate', value: percent(now.error_ratio), note: limit(thresholds('errors'), percent), level: wrong,
      title: why(now.error_ratio, 'newest step')},
    {id: 'f1', name: 'F1', testid: 'f1-value', value: fixed(2)(window.f1), note: limit(thresholds('performance'), fixed(2)), level: low,
      title: why(window.f1, `window ${window.window}`)},
    {id: 'coverage', name: 'label coverage', value: percent(window.coverage), note: window.labeled === undefined ? '' : `${count(window.labeled)} labels`,
      title: why(window.coverage, 'share of predictions whose truth is known')},
    {id: 'drift', name: 'drifted features', value: judged ? `${drifted.length} of ${features.length}` : '–',
      note: drifted.length ? `worst: ${worst.feature}` : unsure ? `${unsure} inconclusive` : '',
      level: drifted.length ? 'warning' : null, title: !judged ? NOT_ENOUGH : drifted.length ? `PSI ${fixed(2)(psiOf(worst))}, ${unsure} inconclusive` : ''},
    {id: 'alerts', name: 'firing alerts', value: alerts?.alerts ? String(loud.length) : '–', note: pending ? `${pending} pending` : '',
      level: loud.some(alert => alert.severity === 'critical') ? 'critical' : loud.length ? 'warning' : null, title: ''},
  ];
  keyed(byId('tiles'), tiles, tile => tile.id, createTile, (node, tile) => {
    mark(node, 'data-level', tile.level || 'none');
    put(part(node, 'value'), tile.value, tile.title);
    put(part(node, 'note'), tile.level ? `▲ ${tile.note || tile.level}` : tile.note || '');
  });
}

function createTile(tile) {
  return h('div', {class: 'tile', 'data-testid': `tile-${tile.id}`},
      h('span', {class: 'soft'}, tile.name),
      h('b', {'data-part': 'value', 'data-testid': tile.testid || undefined}), h('small', {'data-part': 'note'}));
}
