/** Numbers and times for people. An undefined number is a dash with a tooltip that says why. */

export const NOT_ENOUGH = 'not enough data yet';
const isNumber = value => typeof value === 'number' && Number.isFinite(value);
const format = write => value => isNumber(value) ? write(value) : '–';

export const fixed = digits => format(value => value.toFixed(digits));
export const count = format(value => Math.round(value).toLocaleString('en-GB'));
export const percent = format(value => {
  const shown = value * 100;
  return `${shown.toFixed(shown !== 0 && Math.abs(shown) < 10 ? 1 : 0)} %`;
});
export const millis = format(value => value >= 1000 ? `${(value / 1000).toFixed(2)} s`
    : `${value.toFixed(value < 10 ? 1 : 0)} ms`);
export const pValue = format(value => value < 0.0001 ? '< 0.0001' : value.toFixed(value < 0.01 ? 4 : 2));
export const plain = format(value => String(Number(value.toPrecision(3))));

/** The tooltip of a number: why it is missing, or what was passed. */
export const why = (value, title) => isNumber(value) ? title : NOT_ENOUGH;

/** A word or a number from the API. */
export const word = value => isNumber(value) ? fixed(3)(value) : value ? String(value).replaceAll('_', ' ') : '–';

const clock = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit', second: '2-digit'});
const day = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'short'});
export const seconds = iso => Date.parse(iso) / 1000;
export const axisTime = value => clock.format(value * 1000);

/** Time of day, with the date when it is not today's. */
export function time(iso) {
  const at = new Date(iso);
  if (!iso || Number.isNaN(at.getTime())) return '–';
  return at.toDateString() === new Date().toDateString() ? clock.format(at) : `${day.format(at)} ${clock.format(at)}`;
}

/** A length of time in seconds as words. */
export function span(length) {
  if (!isNumber(length)) return '–';
  const total = Math.max(0, Math.round(length));
  if (total < 90) return `${total} s`;
  if (total < 5400) return `${Math.round(total / 60)} min`;
  return total < 172800 ? `${Math.round(total / 3600)} h` : `${Math.round(total / 86400)} days`;
}
