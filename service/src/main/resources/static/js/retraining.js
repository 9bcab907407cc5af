/** The last retraining decision, the runs with their steps and gate report, and the models that served. */
import {byId, h, keyed, mark, part, put} from './dom.js';
import {count, fixed, plain, pValue, seconds, span, time, word} from './format.js';
import {serverNow} from './api.js';

const DECISIONS = {hold: '✓ hold', retrain: '↻ retrain', blocked: '■ blocked', investigate: '? investigate'};
const GOOD = ['promoted'];
const BAD = ['rejected', 'blocked', 'inconclusive', 'failed', 'cancelled'];
const kind = state => GOOD.includes(state) ? 'stable' : BAD.includes(state) ? 'warning' : 'pending';
const icon = state => ({stable: '✓', warning: '✕', pending: '◔'})[kind(state)];

export const isOver = run => kind(run.state) !== 'pending';

const proof = evidence => keyedList(evidence, item => item.text
    || `${word(item.signal)} is ${plain(item.value)} (threshold ${plain(item.threshold)}, n = ${count(item.n)})`);

function keyedList(items = [], write) {
  return items.map(item => h('li', {}, write(item)));
}

/** Rebuilds a part only when what it shows has changed. */
function rebuild(host, data, build) {
  const print = JSON.stringify(data);
  if (host.print === print) return;
  host.print = print;
  host.replaceChildren(...build().filter(Boolean));
}

export function showRetraining({mode, last_decision: decision, runs = []}) {
  rebuild(byId('decision'), [decision, mode], () => decision ? [
    h('p', {}, h('span', {class: 'badge', 'data-kind': decision.kind}, DECISIONS[decision.kind] || decision.kind), ' ',
        h('b', {}, decision.text || '')),
    h('ul', {}, ...proof(decision.evidence)),
    h('p', {class: 'soft'}, 'Last decision: ', h('time', {datetime: decision.at, title: decision.at}, time(decision.at)),
        mode ? `; mode: ${mode}` : '')] : [h('p', {class: 'soft'}, `No decision yet${mode ? `; mode: ${mode}` : ''}.`)]);
  byId('runs-empty').hidden = runs.length > 0;
  const newest = [...runs].sort((a, b) => seconds(b.started_at) - seconds(a.started_at));
  keyed(byId('runs'), newest, run => run.id, createRun, updateRun);
}

function createRun(run) {
  return h('li', {'data-testid': `run-${run.id}`},
      h('p', {}, h('span', {class: 'badge', 'data-part': 'state'}), ' ', h('b', {'data-part': 'models'}), ' ',
          h('span', {class: 'soft', 'data-part': 'time'})),
      h('p', {'data-part': 'reason'}),
      h('ol', {class: 'steps', 'data-part': 'steps'}),
      h('div', {class: 'gate', 'data-part': 'gate'}),
      h('details', {class: 'legend', 'data-part': 'why'}, h('summary', {}, 'Evidence'), h('ul', {'data-part': 'evidence'})));
}

function updateRun(item, run) {
  mark(item, 'data-state', run.state);
  put(part(item, 'state'), `${icon(run.state)} ${word(run.state)}`, `run ${run.id}`);
  mark(part(item, 'state'), 'data-kind', kind(run.state));
  put(part(item, 'models'), `version ${run.champion_before || '–'} → ${run.challenger || (isOver(run) ? 'no challenger' : 'challenger not trained yet')}`);
  const end = run.ended_at ? seconds(run.ended_at) : serverNow();
  put(part(item, 'time'), `started ${time(run.started_at)}, ${run.ended_at ? 'took' : 'running for'} ${span(end - seconds(run.started_at))}`,
      run.started_at);
  put(part(item, 'reason'), run.reason || '');
  rebuild(part(item, 'steps'), run.events, () => (run.events || []).map(event => h('li', {title: event.detail || ''},
      h('b', {}, word(event.to)), ' ', h('time', {datetime: event.at, title: event.at}, time(event.at)),
      event.detail ? h('span', {class: 'soft'}, ` ${event.detail}`) : null)));
  rebuild(part(item, 'gate'), run.gate, () => run.gate ? gate(run.gate) : []);
  part(item, 'why').hidden = !run.evidence?.length;
  rebuild(part(item, 'evidence'), run.evidence, () => proof(run.evidence));
}

function gate(report) {
  const value = fixed(3);
  return [h('p', {}, h('b', {}, `Gate: ${word(report.verdict)}. `), report.text || ''),
    h('p', {class: 'soft'}, `${word(report.metric)}: challenger ${value(report.challenger)}, champion ${value(report.champion)}; `
        + `difference ${value(report.difference)}, at least ${value(report.lower_bound)}; `
        + `p = ${pValue(report.p_value)}, n = ${count(report.n)}`)];
}

export function showModels({history = []}) {
  const newest = [...history].sort((a, b) => seconds(b.at) - seconds(a.at)).slice(0, 8);
  keyed(byId('model-history'), newest, change => `${change.at}${change.to_version}`, change => h('li', {},
      h('time', {datetime: change.at, title: change.at}, time(change.at)),
      h('span', {}, h('b', {}, `version ${change.from_version ? `${change.from_version} → ` : ''}${change.to_version}`),
          ` ${[change.reason, change.actor && `by ${change.actor.replace(/^service-.*/, 'the service')}`,
            change.run_id && change.run_id !== change.actor && `run ${change.run_id}`].filter(Boolean).join(', ')}`)),
  () => {});
}
