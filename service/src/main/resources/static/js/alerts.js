/** Alerts, most urgent first, and their recent changes. */
import {byId, h, keyed, mark, part, put} from './dom.js';
import {serverNow} from './api.js';
import {seconds, span, time, why} from './format.js';
import {writerOf} from './panels.js';

const STATES = {firing: '▲ firing', pending: '◔ pending', resolved: '✓ resolved', inactive: '○ inactive'};
const ORDER = ['firing', 'pending', 'resolved', 'inactive'];
const EVENTS = 12;

const labels = alert => Object.entries(alert.labels || {})
    .filter(([name]) => name !== 'model' && name !== 'version').map(([, value]) => value).join(', ');
const key = alert => `${alert.rule}/${alert.severity}/${labels(alert)}`;
const rank = alert => ORDER.indexOf(alert.state) * 2 + (alert.severity === 'critical' ? 0 : 1);
// runbooks.example and the like stand for the user's own pages until the rules name those
const safe = link => /^(https?:\/\/|\/|[\w-]+[\w./#-]*$)/.test(link || '') && !/^https?:\/\/[^/]*\.example(\/|$)/.test(link);

export const firing = alerts => (alerts?.alerts || []).filter(alert => alert.state === 'firing');

export function showAlerts({alerts = [], events = []}) {
  byId('alerts-empty').hidden = alerts.length > 0;
  put(byId('alerts-empty'), 'No alert rule is defined.');
  keyed(byId('alerts'), [...alerts].sort((a, b) => rank(a) - rank(b)), key, createAlert, updateAlert);
  const recent = [...events].sort((a, b) => seconds(b.at) - seconds(a.at)).slice(0, EVENTS);
  byId('alert-events-empty').hidden = recent.length > 0;
  keyed(byId('alert-events'), recent, event => `${event.at}${key(event)}${event.to}`, event => h('li', {},
      h('time', {datetime: event.at, title: event.at}, time(event.at)),
      h('span', {}, h('b', {}, event.rule), ` (${[event.severity, labels(event)].filter(Boolean).join(', ')}): `
          + `${event.from} → ${event.to} at ${writerOf(event.rule)(event.value)}`)), () => {});
}

function createAlert(alert) {
  return h('li', {'data-testid': `alert-${alert.rule}-${alert.severity}`},
      h('span', {class: 'badge', 'data-part': 'state'}),
      h('div', {},
          h('p', {}, h('b', {'data-part': 'title'}), ' ', h('span', {class: 'tag', 'data-part': 'severity'}), ' ',
              h('span', {class: 'soft', 'data-part': 'muted'})),
          h('p', {}, h('span', {'data-part': 'value'}), h('span', {class: 'soft', 'data-part': 'since'})),
          h('p', {class: 'soft', 'data-part': 'summary'}),
          safe(alert.runbook) ? h('a', {href: alert.runbook, rel: 'noopener noreferrer'}, 'What to do') : null));
}

function updateAlert(item, alert) {
  const write = writerOf(alert.rule);
  mark(item, 'data-state', alert.state);
  put(part(item, 'state'), STATES[alert.state] || alert.state);
  mark(part(item, 'state'), 'data-kind', alert.state === 'firing' ? alert.severity : alert.state);
  const about = labels(alert);
  put(part(item, 'title'), (alert.title || alert.rule) + (about && !(alert.title || '').includes(about) ? ` (${about})` : ''));
  put(part(item, 'severity'), alert.severity);
  put(part(item, 'muted'), alert.inhibited ? 'muted by a more severe alert' : '');
  put(part(item, 'value'), `${write(alert.value)} now; alerts when ${alert.op?.startsWith('l') ? 'below' : 'above'} ${write(alert.threshold)}`,
      why(alert.value));
  const active = alert.state !== 'inactive' && alert.since;
  put(part(item, 'since'), active
    ? ` · ${alert.state} since ${time(alert.since)} (${span(serverNow() - seconds(alert.since))})` : '', active ? alert.since : '');
  put(part(item, 'summary'), alert.state === 'inactive' ? '' : alert.summary || '');
}
