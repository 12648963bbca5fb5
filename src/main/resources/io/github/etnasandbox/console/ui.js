// The small parts of the page: what is pressed, filled in and told.
import { html, useEffect, useRef, useState } from './preact.js';
import { refresh } from './live.js';

const messages = new Set();
let saidAt = 0;

/** Tells the person what came of something. */
export function say(text, refused = false) {
  saidAt = Date.now();
  messages.forEach(each => each({ text, refused }));
}

/** Tells news that nobody asked for, unless something else was told just now. */
export function mention(text) {
  if (Date.now() - saidAt > 5000) {
    say(text);
  }
}

/** Does something, tells what came of it, and has everything shown anew. */
export async function act(done, action) {
  try {
    const told = await action();
    say(typeof told === 'string' ? told : done);
    return true;
  } catch (refusal) {
    say(refusal.message, true);
    return false;
  } finally {
    refresh();
  }
}

/** The one place where the page speaks, to those who see it and to those who hear it. */
export function Said() {
  const [message, setMessage] = useState({ text: '' });
  useEffect(() => {
    messages.add(setMessage);
    return () => messages.delete(setMessage);
  }, []);
  return html`<p class=${`messages ${message.refused ? 'refused' : ''}`} role="status" aria-live="polite" id="message">
    ${message.text === '' ? '' : html`${message.refused ? html`<strong>Refused: </strong>` : ''}${message.text}`}
  </p>`;
}

/** A button that does something to the sandbox. */
export const Act = ({ done, run, children, ...others }) =>
  html`<button type="button" ...${others} onClick=${() => act(done, run)}>${children}</button>`;

/** A labelled part of a form. */
export const Field = ({ label, children, wide }) =>
  html`<label class=${wide ? 'field wide' : 'field'}><span>${label}</span>${children}</label>`;

export const Options = ({ of, none }) => html`
  ${none === undefined ? '' : html`<option value="">${none}</option>`}
  ${of.map(each => html`<option value=${each}>${each}</option>`)}`;

/** What is being typed or chosen stays, however often the page is drawn anew meanwhile; a new value from outside counts. */
function useDraft(value) {
  const [draft, setDraft] = useState({ of: value, text: value });
  return [draft.of === value ? draft.text : value, event => setDraft({ of: value, text: event.target.value })];
}

export function Text({ value = '', ...others }) {
  const [draft, onInput] = useDraft(value);
  return html`<input ...${others} value=${draft} onInput=${onInput} />`;
}

export function Area({ value = '', ...others }) {
  const [draft, onInput] = useDraft(value);
  return html`<textarea ...${others} value=${draft} onInput=${onInput} />`;
}

/** @param onChoose is told what is chosen, if it is wanted at once */
export function Choice({ value, of, none, onChoose, ...others }) {
  const [draft, choose] = useDraft(value);
  const chosen = event => {
    choose(event);
    onChoose?.(event.target.value);
  };
  return html`<select ...${others} value=${draft} onChange=${chosen}><${Options} of=${of} none=${none} /></select>`;
}

/** A form that is sent by doing something with what is filled in, by name. */
export function Form({ onSend, children, label, ...others }) {
  const send = event => {
    event.preventDefault();
    onSend(Object.fromEntries(new FormData(event.target)), event.target);
  };
  return html`<form aria-label=${label} ...${others} onSubmit=${send}>${children}</form>`;
}

/** Copies a text, and shows it too: not every browser lets a page copy. */
export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    say(`Copied ${what}.`);
  } catch (refused) {
    say(`This browser does not let the page copy. Select ${what} and copy it.`, true);
  }
}

export const Copy = ({ text, what, children }) =>
  html`<button type="button" class="quiet" onClick=${() => copy(text, what)}>${children || 'Copy'}</button>`;

export const Problem = ({ text }) => (text ? html`<p class="problem">${text}</p>` : null);

/** A small table of facts. */
export const Facts = ({ of }) => html`<dl class="facts">
  ${of
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
</dl>`;

/** A table with few rows, in a box that scrolls sideways where it must. */
export const Small = ({ caption, heads, rows, none }) =>
  rows.length === 0
    ? html`<p class="none">${none}</p>`
    : html`<div class="sideways" role="group" tabindex="0" aria-label=${caption}><table>
        <caption class="hidden">${caption}</caption>
        <thead><tr>${heads.map(head => html`<th scope="col">${head || html`<span class="hidden">Actions</span>`}</th>`)}</tr></thead>
        <tbody>${rows.map(row => html`<tr key=${row.key}>${row.cells.map(cell => html`<td>${cell}</td>`)}</tr>`)}</tbody>
      </table></div>`;

/** A dialog over the page, which Escape closes. */
export function Dialog({ title, onClose, children }) {
  const dialog = useRef();
  useEffect(() => dialog.current.showModal(), []);
  return html`<dialog ref=${dialog} onClose=${onClose} aria-labelledby="dialog-title">
    <h2 id="dialog-title">${title}</h2>
    ${children}
    <form method="dialog"><button>Close</button></form>
  </dialog>`;
}

/** An instant as it is, without what all of them have alike. */
export const time = instant => instant && instant.replace('T', ' ').replace('Z', '');

/** A value of JSON as a person reads it. */
export const spelt = value =>
  value === null || value === undefined ? 'nothing' : typeof value === 'object' ? JSON.stringify(value) : String(value);

/** Whether keys are text that somebody types. */
export const typing = event =>
  event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea, dialog');
