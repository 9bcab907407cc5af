/** Starts the page: polls the service and hands the data to the sections. */
import {poll} from './api.js';
import {byId, mark, put} from './dom.js';
import {axisTime} from './format.js';
import {showAlerts} from './alerts.js';
import {showDrift} from './drift.js';
import {showHeader, showHeadline, showTiles} from './overview.js';
import {usePanels} from './panels.js';
import {showPerformance} from './performance.js';
import {showModels, showRetraining} from './retraining.js';
import {showStory} from './story.js';
import {showTraffic} from './traffic.js';

const ENDPOINTS = ['status', 'traffic', 'drift', 'performance', 'alerts', 'retraining', 'model'];
let lastGood = null;

/** Draws one section; unexpected data in one of them must not stop the others. */
function section(name, draw, ready = true) {
  if (!ready) return;
  try {
    draw();
  } catch (problem) {
    console.warn(`The section '${name}' could not be drawn:`, problem);
  }
}

function showHealth(failed) {
  const down = failed.length === ENDPOINTS.length;
  if (!down) lastGood = Date.now() / 1000;
  const since = lastGood ? ` Showing the data of ${axisTime(lastGood)}.` : '';
  mark(byId('health'), 'data-state', down ? 'down' : failed.length ? 'partly' : 'up');
  put(byId('health'), down ? 'not reachable' : failed.length ? 'partly live' : 'live', 'whether this page gets data from the service');
  byId('banner').hidden = !failed.length;
  document.body.classList.toggle('stale', down);
  const headline = byId('headline');
  if (down && lastGood && headline.dataset.state !== 'stale') {
    put(headline, `Last known: ${headline.textContent}`);
    mark(headline, 'data-state', 'stale');
  }
  put(byId('banner'), !failed.length ? '' : down ? `Service not reachable, retrying…${since}`
    : `No answer for ${failed.join(', ')}, retrying… These sections may be out of date.`);
}

let usedDashboard = null;

poll(ENDPOINTS, ['dashboard'], (data, failed) => {
  showHealth(failed);
  if (data.dashboard && data.dashboard !== usedDashboard) {
    usedDashboard = data.dashboard;
    section('dashboard', () => usePanels(data.dashboard));
  }
  if (failed.length === ENDPOINTS.length) return;
  section('header', () => showHeader(data));
  section('headline', () => showHeadline(data));
  section('story', () => showStory(data));
  section('tiles', () => showTiles(data));
  section('traffic', () => showTraffic(data.traffic), data.traffic);
  section('drift', () => showDrift(data.drift), data.drift);
  section('performance', () => showPerformance(data.performance), data.performance);
  section('alerts', () => showAlerts(data.alerts), data.alerts);
  section('retraining', () => showRetraining(data.retraining), data.retraining);
  section('models', () => showModels(data.model), data.model);
});
