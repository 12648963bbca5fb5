// What a tester has set up: gates that hold requests and messages, and faults that disturb them.
import { html, useState } from './preact.js';
import { control } from './server.js';
import { useControl } from './live.js';
import { Act, Choice, Field, Form, Problem, Small, Text, act } from './ui.js';

const METHODS = ['DELETE', 'GET', 'POST', 'PUT'];
const POINTS = ['before-checks', 'before-apply', 'after-apply', 'message'];

/** The disturbances that clients meet most. */
const common = (title, tells, when, effect) => ({ title, tells, fault: { when, effect } });
const LOST = common('Lost message', 'a streamer does not send it', 'message', { type: 'drop' });
const COMMON = [
  common('Unavailable', '503 before anything happens', 'before', { type: 'status', status: 503 }),
  common('Lost reply', 'it is applied, and the connection closes without an answer', 'after', { type: 'close' }),
  common('Gateway timeout', 'it is applied, and answered with 504', 'after', { type: 'status', status: 504 }),
  common('Slow', 'it waits for 2 seconds of real time first', 'before', { type: 'delay', by: 'PT2S' }),
  common('Reset', 'the connection is reset before anything happens', 'before', { type: 'reset' }),
  common('Cut off', 'it is applied, and half of the answer arrives', 'after', { type: 'truncate' }),
  common('Garbled', 'it is applied, and the answer is no JSON', 'after', { type: 'garble' }),
  LOST,
  common('Message twice', 'a streamer sends it twice', 'message', { type: 'twice' }),
  common('Messages swapped', 'a streamer sends it behind the next one', 'message', { type: 'swap' }),
  common('Late message', 'a streamer sends it 5 seconds of the world later', 'message', { type: 'late', by: 'PT5S' }),
  common('Stream closes', 'a streamer closes the connection with 1011 instead', 'message', { type: 'close', code: 1011 }),
];

const matchText = ({ method, path }) => `${method || 'any'} ${path}`;
const effectText = ({ type, ...rest }) =>
  [type, ...Object.values(rest).map(each => (typeof each === 'object' ? JSON.stringify(each) : each))].join(' ');
const kinds = ['stage', 'request', 'changed'];

/** Messages have a path as well, and no method. */
const MatchFields = ({ at, ofMessages }) => html`
  ${!ofMessages && html`<${Field} label="Method"><${Choice} name="method" value=${at.method || 'DELETE'} of=${METHODS} none="any" /><//>`}
  <${Field} label="Path" wide><${Text} name="path" required value=${at.path || (ofMessages ? '/streamers/**' : '**/orders/*')} /><//>`;

/** Whether what one comes from is a message. */
const isOfMessages = ({ path = '' }) => path.startsWith('/streamers/');

const match = ({ method, path }) => (method ? { method, path } : { path });

export const Stage = ({ at }) => html`<section class="columns" aria-label="Gates and faults">
  <${Faults} at=${at} /><${Gates} at=${at} />
</section>`;

function Faults({ at }) {
  const { value: faults = [], problem } = useControl(kinds, '/faults');
  const [chosen, setChosen] = useState(isOfMessages(at) ? LOST : COMMON[0]);
  const add = fields => act(`The fault is set: ${chosen.title.toLowerCase()}.`, () =>
    control('POST', '/faults', { match: match(fields), ...chosen.fault, times: Number(fields.times) || 1 }));
  return html`<section aria-labelledby="faults"><h2 id="faults">Faults</h2>
    <p class="none">Choose one, and say which requests, or messages of streamers, it strikes.</p>
    <p class="buttons" role="group" aria-label="Common faults">${COMMON.map(each => html`
      <button type="button" key=${each.title} aria-pressed=${String(each === chosen)} class="toggle"
        onClick=${() => setChosen(each)}>${each.title}</button>`)}</p>
    <p>${chosen.title}: ${chosen.tells}.</p>
    <${Form} label="New fault" class="acts" onSend=${add}>
      <${MatchFields} at=${at} ofMessages=${chosen.fault.when === 'message'} />
      <${Field} label="Times"><${Text} name="times" size="4" inputmode="numeric" value="1" /><//>
      <button class="main">Add fault</button>
    <//>
    <${Problem} text=${problem} />
    <${Small} caption="Faults in force" none="No fault is in force." heads=${['Id', 'What', 'When', 'Effect', 'Hits', '']}
      rows=${faults.map(each => ({
        key: each.id,
        cells: [
          each.id, matchText(each.match), each.when, effectText(each.effect),
          `${each.hits} of ${each.times ?? 'any number'}, ${each.matches} matched`,
          html`<${Act} done=${`Fault ${each.id} is gone.`} run=${() => control('DELETE', `/faults/${each.id}`)}>Remove<//>`,
        ],
      }))} />
    ${faults.length > 1 && html`<${Act} done="All faults are gone." run=${() => control('DELETE', '/faults')}>Remove all<//>`}
  </section>`;
}

function Gates({ at }) {
  const { value: gates = [], problem } = useControl(kinds, '/gates');
  const [point, setPoint] = useState(isOfMessages(at) ? 'message' : 'before-apply');
  const open = fields => act(`The gate is set. It holds the next such ${point === 'message' ? 'message' : 'request'}.`, () => {
    const body = { match: match(fields), at: fields.point };
    fields.limit && (body.limit = fields.limit);
    return control('POST', '/gates', body);
  });
  return html`<section aria-labelledby="gates"><h2 id="gates">Gates</h2>
    <p class="none">A gate holds the next such request or message until it is released.</p>
    <${Form} label="New gate" class="acts" onSend=${open}>
      <${Field} label="Point"><${Choice} name="point" value=${point} of=${POINTS} onChoose=${setPoint} /><//>
      <${MatchFields} at=${at} ofMessages=${point === 'message'} />
      <${Field} label="At most"><input name="limit" size="6" placeholder="PT30S" /><//>
      <button class="main">Add gate</button>
    <//>
    <${Problem} text=${problem} />
    <${Small} caption="Gates" none="There is no gate." heads=${['Id', 'What', 'Point', 'State', '']}
      rows=${gates.map(each => ({
        key: each.id,
        cells: [
          each.id, matchText(each.match), each.at, each.releasedBy ? `${each.state} by ${each.releasedBy}` : each.state,
          each.state === 'released' ? '' : html`<${Act} done=${`Gate ${each.id} is released.`}
            run=${() => control('POST', `/gates/${each.id}/release`)}>Release<//>`,
        ],
      }))} />
  </section>`;
}
