// What changes in the sandbox, as the page learns of it: from the stream of events, and from what it does itself.
import { useEffect, useState } from './preact.js';
import { control, ask, worldId } from './server.js';

const OF_WORLD = ['request', 'changed', 'message', 'delivery', 'stage'];

/** However much happens, nothing is fetched more often, in milliseconds. */
const PAUSE = 250;

const listeners = new Set();
const standings = new Set();
let standing = 'connecting';
let stream = null;

/** Has all that shows something of these kinds fetch it again. */
function signal(...kinds) {
  listeners.forEach(listener => kinds.some(kind => listener.kinds.includes(kind)) && listener.wake());
}

export const refresh = () => signal(...OF_WORLD, 'worlds');

/**
 * Does something now and whenever there is news of a kind, never twice at once. Gives what ends that.
 */
export function onNews(kinds, action) {
  let running = false;
  let again = false;
  let ended = false;
  async function run() {
    running = true;
    do {
      again = false;
      await action(() => ended);
      await new Promise(resolve => setTimeout(resolve, PAUSE));
    } while (again && !ended);
    running = false;
  }
  const wake = () => (running ? (again = true) : run());
  const listener = { kinds, wake };
  listeners.add(listener);
  wake();
  return () => {
    ended = true;
    listeners.delete(listener);
  };
}

/** What a function fetches, fetched again when there is news: its value, undefined at first, and what went wrong. */
export function useFresh(kinds, fetch, inputs = []) {
  const [state, setState] = useState({});
  useEffect(
    () =>
      onNews(kinds, async isOver => {
        try {
          const value = await fetch();
          isOver() || setState({ value });
        } catch (refusal) {
          isOver() || setState({ problem: refusal.message });
        }
      }),
    inputs,
  );
  return state;
}

/** What a control route of this world answers, fetched again when there is news. */
export const useControl = (kinds, path) => useFresh(kinds, () => control('GET', path), [path]);

export const useWorlds = () => useFresh(['worlds'], () => ask('GET', '/sandbox/worlds'));

function stand(word) {
  standing = word;
  standings.forEach(each => each(word));
}

/** How the page learns of news: connecting, live, or by hand. */
export function useStanding() {
  const [word, setWord] = useState(standing);
  useEffect(() => {
    setWord(standing);
    standings.add(setWord);
    return () => standings.delete(setWord);
  }, []);
  return word;
}

/** How long until a stream that the sandbox refused is asked for again, in milliseconds. The browser does the rest. */
const LATER = 10000;

function connect() {
  const opened = new EventSource(`${location.origin}/sandbox/events`);
  stream = opened;
  opened.onopen = () => {
    stand('live');
    refresh(); // what came before this stream, which may be of a sandbox that has started since
  };
  opened.onerror = () => {
    const refused = opened.readyState === EventSource.CLOSED;
    stand(refused ? 'by hand' : 'connecting');
    refused && setTimeout(() => stream === opened && connect(), LATER);
  };
  const on = (type, action) => opened.addEventListener(type, event => action(JSON.parse(event.data)));
  for (const kind of OF_WORLD) {
    on(kind, data => data.world === worldId && signal(kind));
  }
  on('worlds', () => signal('worlds'));
  on('reload', refresh);
}

/** Listens as long as somebody can see the page: a browser opens only a few connections to one server for all its tabs. */
export function listen() {
  connect();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      stream?.close();
      stream = null;
    } else if (stream === null) {
      connect();
    }
  });
}
