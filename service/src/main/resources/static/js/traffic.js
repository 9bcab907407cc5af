/** Requests, latency and errors over the last minutes. */
import {TimeChart} from './charts.js';
import {fixed, millis, percent, seconds} from './format.js';
import {latencyThresholds, thresholds} from './panels.js';

const host = panel => document.querySelector(`[data-panel="${panel}"] .chart`);
const requests = new TimeChart(host('requests'), {label: 'Requests per second', write: fixed(1), axis: fixed(0), top: 5});
const latency = new TimeChart(host('latency'), {label: 'Latency', write: millis, far: 4});
const errors = new TimeChart(host('errors'), {label: 'Error rate', write: percent, top: 0.01, limit: 1});

export function showTraffic(traffic) {
  const points = traffic?.points || [];
  const times = points.map(point => seconds(point.at));
  const column = field => points.map(point => point[field] ?? null);
  requests.draw({times, series: [{name: 'requests/s', values: column('requests_per_second')}]});
  latency.draw({
    times, thresholds: latencyThresholds(), series: [
      {name: 'p50', values: column('p50_ms')},
      {name: 'p90', values: column('p90_ms')},
      {name: 'p99', values: column('p99_ms')}],
  });
  errors.draw({times, thresholds: thresholds('errors'), series: [{name: 'errors', values: column('error_ratio'), slot: 3}]});
}
