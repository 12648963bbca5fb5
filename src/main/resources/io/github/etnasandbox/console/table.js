// A table of any number of rows: only those that can be seen are fetched and in the page.
import { html, useEffect, useLayoutEffect, useRef, useState } from './preact.js';
import { onNews } from './live.js';
import { control, query } from './server.js';
import { go } from './url.js';
import { mention, typing } from './ui.js';

const ROW = 28; // as in console.css, in pixels
const AHEAD = 40;
const NOTHING = { from: 0, rows: [], count: 0 };

/**
 * @param path the control route; it takes `skip`, `limit` and `after`, and answers with `matching`
 * @param rowsOf the rows in its answer, ascending by key
 * @param columns of each: title, cell of a row, className
 * @param following whether the last row is kept in sight; `onFollowing` is told when the person scrolls away
 */
export function PagedTable({
  path, filters, rowsOf, keyOf, kinds, columns, caption, selected, hrefOf, following, onFollowing, none,
}) {
  const box = useRef();
  const [view, setView] = useState(NOTHING);
  const [problem, setProblem] = useState('');
  const [range, setRange] = useState({ first: 0, last: 0 });
  const [cursor, setCursor] = useState(null);
  const now = useRef({}); // what the functions below see when they run, not when they were made
  Object.assign(now.current, { view, following, filters });
  const asked = query(filters);

  const indexAt = pixels => Math.max(0, Math.floor(pixels / ROW));
  const visible = () => {
    const first = indexAt(box.current.scrollTop);
    return { first, last: first + Math.ceil(box.current.clientHeight / ROW) };
  };
  const fetch = async (skip, limit) => {
    const answer = await control('GET', path + query({ ...now.current.filters, skip, limit }));
    return { from: skip, rows: rowsOf(answer), count: answer.matching };
  };

  /** The place of the first row from a key on, undefined when what was fetched does not tell. */
  const placeOf = ({ from, rows, count }, key) => {
    const at = rows.findIndex(row => keyOf(row) >= key);
    const isSure = at > 0 || (at === 0 && (from === 0 || keyOf(rows[0]) === key)) || (at < 0 && from + rows.length >= count);
    return isSure ? from + (at < 0 ? rows.length : at) : undefined;
  };

  /** Fetches what can be seen, one time after the other: each begins with what the one before has shown. */
  const load = isOver => (now.current.loaded = Promise.resolve(now.current.loaded).then(() => box.current && fetchInSight(isOver)));

  /** The first row in sight stays where it is, whatever comes or goes above it, also while this fetches. */
  async function fetchInSight(isOver = () => false) {
    const wanted = query(now.current.filters);
    const isLate = () => isOver() || wanted !== query(now.current.filters) || !box.current;
    try {
      const { first, last } = visible();
      const before = now.current.view;
      const anchor = before.rows[first - before.from];
      const limit = last - first + 2 * AHEAD;
      let next = await fetch(now.current.following ? Math.max(0, before.count - limit) : Math.max(0, first - AHEAD), limit);
      for (let tries = 0; now.current.following && tries < 3 && next.count > next.from + limit; tries++) {
        next = await fetch(next.count - limit, limit);
      }
      let moved = 0;
      if (!now.current.following && anchor) {
        const key = keyOf(anchor);
        for (let tries = 0; tries < 3 && placeOf(next, key) === undefined; tries++) {
          const rest = await control('GET', path + query({ ...now.current.filters, after: key - 1, limit: 1 }));
          next = await fetch(Math.max(0, next.count - rest.matching - AHEAD), limit);
        }
        moved = (placeOf(next, key) ?? first) - first;
      }
      if (!isLate()) {
        if (before !== NOTHING && next.count > before.count) {
          mention(`${next.count - before.count} more in ${caption.toLowerCase()}, ${next.count} in all.`);
        }
        now.current.moved = moved;
        setProblem('');
        setView(next);
      }
    } catch (refusal) {
      isLate() || (setProblem(refusal.message), setView({ ...NOTHING }));
    }
  }

  useEffect(() => {
    setView(NOTHING);
    now.current.view = NOTHING;
    return onNews(kinds, load);
  }, [asked]);

  useLayoutEffect(() => {
    if (now.current.moved) {
      box.current.scrollTop += now.current.moved * ROW;
      now.current.moved = 0;
    }
    if (following) {
      box.current.scrollTop = box.current.scrollHeight;
    }
    setRange(visible());
  }, [view, following]);

  useEffect(() => {
    const observer = new ResizeObserver(() => setRange(visible()));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    following && load();
  }, [following]);

  function scrolled() {
    const seen = visible();
    setRange(seen);
    const { scrollTop, clientHeight, scrollHeight } = box.current;
    if (now.current.following && scrollTop + clientHeight < scrollHeight - ROW) {
      now.current.following = false;
      onFollowing(false);
    }
    const { from, rows, count } = now.current.view;
    const missing = seen.first < from || Math.min(seen.last, count) > from + rows.length;
    if (missing && !now.current.fetching) {
      now.current.fetching = true;
      load().finally(() => {
        now.current.fetching = false;
        box.current && scrolled();
      });
    }
  }

  /** Goes to a row, as j and k do. */
  function step(by) {
    const { from, rows, count } = now.current.view;
    const at = rows.findIndex(row => keyOf(row) === now.current.cursor);
    const seen = visible();
    const index = Math.min(count - 1, Math.max(0, at < 0 ? (by > 0 ? seen.first : seen.last - 2) : from + at + by));
    const row = rows[index - from];
    if (!row) {
      return;
    }
    onFollowing(false);
    now.current.cursor = keyOf(row);
    const top = index * ROW;
    const room = box.current.clientHeight - 2 * ROW;
    if (top < box.current.scrollTop) {
      box.current.scrollTop = top;
    } else if (top > box.current.scrollTop + room) {
      box.current.scrollTop = top - room;
    }
    setRange(visible());
    setCursor({ key: keyOf(row) });
  }
  useEffect(() => {
    const pressed = event => {
      if (!typing(event) && (event.key === 'j' || event.key === 'k')) {
        event.preventDefault();
        step(event.key === 'j' ? 1 : -1);
      }
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
  useLayoutEffect(() => { // at once: the next key may be Enter
    cursor && box.current.querySelector(`tr[data-key="${cursor.key}"] a`)?.focus({ preventScroll: true });
  }, [cursor]);

  const begin = Math.max(0, Math.min(range.first - 10, view.count));
  const end = Math.min(view.count, range.last + 10);
  const shown = [];
  for (let index = begin; index < end; index++) {
    shown.push({ index, row: view.rows[index - view.from] });
  }
  const open = (event, row) => {
    if (!event.target.closest('a, button') && !String(getSelection())) {
      go(hrefOf(row));
    }
  };
  return html`<div class="rows" ref=${box} role="region" tabindex="0" aria-label=${caption} onScroll=${scrolled}>
    ${problem && html`<p class="problem">${problem}</p>`}
    ${view !== NOTHING && view.count === 0 && !problem && html`<p class="none">${none}</p>`}
    <div style=${{ paddingTop: `${begin * ROW}px`, paddingBottom: `${(view.count - end) * ROW}px` }}>
      <table aria-rowcount=${view.count + 1}>
        <caption class="hidden">${caption}</caption>
        <thead><tr aria-rowindex="1">
          ${columns.map(column => html`<th scope="col" class=${column.className}>${column.title}</th>`)}
        </tr></thead>
        <tbody>
          ${shown.map(({ index, row }) =>
            row
              ? html`<tr key=${keyOf(row)} data-key=${keyOf(row)} aria-rowindex=${index + 2}
                  aria-current=${String(keyOf(row)) === selected ? 'true' : undefined} onClick=${event => open(event, row)}>
                  ${columns.map((column, place) =>
                    place === 0
                      ? html`<th scope="row" class=${column.className}><a href=${hrefOf(row)}>${column.cell(row)}</a></th>`
                      : html`<td class=${column.className}>${column.cell(row)}</td>`)}
                </tr>`
              : html`<tr key=${`at ${index}`} aria-rowindex=${index + 2}><td colspan=${columns.length}>…</td></tr>`)}
        </tbody>
      </table>
    </div>
  </div>`;
}

/** Keeps the end of a table in sight, until somebody scrolls away. */
export const Follow = ({ following, onFollowing }) =>
  html`<button type="button" class="toggle" aria-pressed=${String(following)} onClick=${() => onFollowing(!following)}>
    Follow${following ? ': on' : ': off'}</button>`;
