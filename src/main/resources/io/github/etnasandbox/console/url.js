// What the page shows stands in its address, so that a reload, a link and the back button keep it.
import { useEffect, useState } from './preact.js';
import { query } from './server.js';

const watchers = new Set();
const told = () => watchers.forEach(watcher => watcher());
addEventListener('popstate', told);

/** What stands in the address now. */
export const place = () => Object.fromEntries(new URLSearchParams(location.search));

/** What stands in the address, anew whenever that changes. */
export function usePlace() {
  const [, redraw] = useState(0);
  useEffect(() => {
    const watcher = () => redraw(count => count + 1);
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  }, []);
  return place();
}

/** The address of exactly these parameters. */
export const address = parameters => location.pathname + query(parameters);

/** The address with some parameters changed; those that are undefined go. */
export const changed = changes => address({ ...place(), ...changes });

export function go(href) {
  if (new URL(href, location).href !== location.href) {
    history.pushState(null, '', href);
    told();
  }
}

/** Follows a link inside the page without loading the page again. */
export function follow(event) {
  const link = event.target.closest('a[href]');
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || event.defaultPrevented || link.target || link.download
      || link.origin !== location.origin || link.pathname !== location.pathname) {
    return;
  }
  event.preventDefault();
  go(link.href);
}
