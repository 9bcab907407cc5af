/** Titles, help texts and threshold lines, as the dashboard definition gives them; works without one. */
import {h, mark, put} from './dom.js';
import {millis, percent, plain} from './format.js';

const WRITERS = {latency: value => millis(value === null ? null : value * 1000), errors: percent};

let panels = new Map();

/** Takes over /api/dashboard and writes titles and help texts into the page. */
export function usePanels(dashboard) {
  panels = new Map((dashboard?.rows || []).flatMap(row => row.panels || []).map(panel => [panel.id, panel]));
  for (const card of document.querySelectorAll('[data-panel]')) {
    const panel = panels.get(card.dataset.panel);
    if (!panel) continue;
    const title = card.querySelector('h2');
    if (panel.title) put(title, panel.title);
    if (!panel.description) continue;
    let help = card.querySelector('.help');
    if (!help) {
      help = h('details', {class: 'help'}, h('summary', {}, '?'), h('p'));
      title.after(help);
    }
    mark(help.firstChild, 'aria-label', `What does “${panel.title}” show?`);
    put(help.lastChild, panel.description);
  }
}

/** The thresholds of a panel in its own unit, one per severity and value. */
export function thresholds(id) {
  const seen = new Map();
  for (const threshold of panels.get(id)?.thresholds || []) {
    if (typeof threshold.value === 'number') seen.set(threshold.severity + threshold.value, threshold);
  }
  return [...seen.values()];
}

/** Latency rules are written in seconds, the charts in milliseconds. */
export const latencyThresholds = () => thresholds('latency').map(threshold => (
  panels.get('latency').unit === 'seconds' ? {...threshold, value: threshold.value * 1000} : threshold));

/** How the values of an alert rule are written: as in the panel that draws its threshold. */
export function writerOf(rule) {
  const panel = [...panels.values()].find(one => (one.thresholds || []).some(line => line.rule === rule));
  return WRITERS[panel?.id] || plain;
}

/** The worst severity that a value has reached, or null. */
export function reached(lines, value, below = false) {
  const hit = lines.filter(line => typeof value === 'number' && (below ? value < line.value : value > line.value));
  return hit.find(line => line.severity === 'critical')?.severity || hit[0]?.severity || null;
}
