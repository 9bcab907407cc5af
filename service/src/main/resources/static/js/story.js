/** The demo's story: which steps were reached when, worked out from the API's data alone. */
import {byId, h, keyed, mark, part, put} from './dom.js';
import {serverNow} from './api.js';
import {isOver} from './retraining.js';
import {seconds, span, time} from './format.js';
import {thresholds} from './panels.js';

const earliest = times => times.filter(Boolean).sort((a, b) => seconds(a) - seconds(b))[0] || null;
const latest = times => times.filter(Boolean).sort((a, b) => seconds(b) - seconds(a))[0] || null;

/** Works out the steps in order: {key, title, text, at}; `at` is null while a step has not been reached. */
export function storyOf({status, drift, alerts, retraining, model}) {
  const {demo} = status;
  const shifted = demo.phase !== 'stable' && demo.shift_at;
  const from = shifted ? seconds(demo.shift_at) : Infinity;
  const after = (items, start = from) => (items || []).filter(item => seconds(item.at ?? item.started_at) >= start);
  const run = after(retraining?.runs).sort((a, b) => seconds(b.started_at) - seconds(a.started_at))[0];
  const decision = retraining?.last_decision;
  const blocked = !run && decision && decision.kind !== 'hold' && seconds(decision.at) >= from ? decision : null;
  const takeover = after(model?.history).sort((a, b) => seconds(a.at) - seconds(b.at))[0];
  const fired = earliest(after(alerts?.events).filter(event => event.to === 'firing').map(event => event.at));
  const limit = Math.min(...thresholds('drift').map(line => line.value), 0.2);
  // a verdict says that drift was found; the history, where it has no verdicts, only dates it
  const found = shifted && (drift?.verdict === 'drifted' || fired || run);
  const crossed = point => point.drifted ?? (found && Object.values(point.psi || {}).some(psi => psi > limit));
  const drifted = earliest([...after(drift?.history).filter(crossed).map(point => point.at), found && drift ? drift.at : null, fired]);
  const calm = !(alerts?.alerts || []).some(alert => alert.state === 'firing' || alert.state === 'pending');
  const quiet = takeover && calm && drift?.verdict !== 'drifted'
    ? latest([takeover.at, ...after(alerts?.events, seconds(takeover.at)).map(event => event.at)]) : null;
  const rejected = run && isOver(run) && !takeover;
  return [
    {key: 'stable', title: 'Stable traffic', at: demo.started_at, text: 'Requests look like the data the model was trained on.'},
    {key: 'shift', title: 'The world shifts', at: shifted ? demo.shift_at : null,
      text: `${demo.description || 'The requests are different.'} The service has not noticed yet.`},
    {key: 'drift', title: 'Drift found', at: drifted, text: 'Some features differ from the reference by more than chance.'},
    {key: 'alert', title: 'Alert fires', at: fired, text: 'A rule’s condition held for long enough: people would be told now.'},
    {key: 'retraining', title: blocked ? `Retraining: ${blocked.kind}` : 'Retraining decides', at: run?.started_at || blocked?.at || null,
      text: blocked?.text || 'The policy weighed the evidence; a challenger is trained and must beat the serving model.'},
    {key: 'takeover', title: rejected ? `${run.challenger ? 'Challenger' : 'Run'} ${run.state}` : 'New model takes over', at: takeover?.at || (rejected ? run.ended_at : null),
      text: rejected ? `The old model goes on serving: ${run.note}.`
        : `The challenger passed the gate: version ${takeover?.to_version} answers now.`},
    {key: 'recovered', title: 'Recovered', at: quiet, text: 'The new model fits the new world: the alerts are over.'},
  ];
}

export function showStory(data) {
  const {status} = data;
  byId('story-box').hidden = !status?.demo;
  if (!status?.demo) return;
  const steps = storyOf(data);
  const current = steps.findLast(step => step.at) || steps[0];
  const story = byId('story');
  mark(story, 'data-step', current.key);
  mark(story, 'aria-label', `Demo scenario ${status.demo.scenario}`);
  keyed(story, steps, step => step.key, step => h('li', {'data-testid': `story-${step.key}`},
      h('i', {'data-part': 'icon', 'aria-hidden': true}), h('b', {'data-part': 'title'}), h('time', {'data-part': 'at'})),
  (item, step) => {
    const state = step === current ? 'now' : step.at ? 'done' : 'todo';
    mark(item, 'data-state', state);
    if (state === 'now') item.setAttribute('aria-current', 'step');
    else item.removeAttribute('aria-current');
    put(part(item, 'icon'), {now: '●', done: '✓', todo: '○'}[state]);
    put(part(item, 'title'), step.title);
    const wait = step.key === 'shift' && !step.at && status.demo.shift_at ? seconds(status.demo.shift_at) - serverNow() : 0;
    put(part(item, 'at'), step.at ? time(step.at) : wait > 0 ? `in ${span(wait)}` : '', step.at);
  });
  put(byId('story-text'), `${current.text}${status.demo.phase === 'ended' ? ' (The simulation has ended.)' : ''}`);
}
