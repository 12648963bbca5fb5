// What the API and the control routes take and answer, by the world's own contract.
import { html } from './preact.js';
import { control } from './server.js';
import { useFresh } from './live.js';
import { address, changed, go } from './url.js';
import { Facts, Field, Form, Problem, Small, Text } from './ui.js';
import { Members, about, resolve, typeOf } from './schema.js';
import { TryIt } from './tryit.js';

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete'];

/** Every operation, with its method, its path, and the URL that the path is added to. */
const operationsOf = contract => Object.entries(contract.paths).flatMap(([path, item]) =>
  METHODS.filter(method => item[method]).map(method => ({
    ...item[method],
    method: method.toUpperCase(),
    path,
    server: (item.servers || contract.servers)[0].url,
    ofApi: !item.servers,
  })));

const fits = ({ method, path, operationId, summary }, text) =>
  text.toLowerCase().split(/\s+/).every(word => `${method} ${path} ${operationId} ${summary}`.toLowerCase().includes(word));

export function Reference({ at }) {
  const { value: contract, problem } = useFresh([], () => control('GET', '/openapi.json'));
  const all = contract ? operationsOf(contract) : [];
  const found = all.filter(each => fits(each, (at.find || '').trim()));
  const chosen = all.find(each => each.operationId === at.id);
  return html`<div class=${`pair reference ${at.id ? 'open' : ''}`}>
    <div class="list">
      <${Form} label="Filter operations" class="filter" onSend=${({ find }) => go(changed({ find }))}
          onChange=${event => event.target.form.requestSubmit()}>
        <${Field} label="Find" wide><${Text} name="find" data-filter type="search" placeholder="cancel" value=${at.find || ''} /><//>
        <span class="count">${contract && `${found.length} of ${all.length}`}</span>
      <//>
      <div class="operations" role="region" tabindex="0" aria-label="Operations">
        <${Problem} text=${problem} />
        ${contract && found.length === 0 && html`<p class="none">No operation fits the filter.</p>`}
        ${(contract?.tags || []).map(tag => html`<${Group} key=${tag.name} tag=${tag} chosen=${chosen}
          of=${found.filter(each => each.tags.includes(tag.name))} />`)}
      </div>
    </div>
    ${contract && at.id && html`<section class="detail" aria-label=${`Operation ${at.id}`} key=${at.id}>
      <header><h2>${at.id}</h2><a class="button" href=${changed({ id: undefined })}>Close</a></header>
      ${chosen
        ? html`<${Operation} contract=${contract} of=${chosen} />`
        : html`<${Problem} text=${`The contract of this world has no operation ${at.id}.`} />`}
    </section>`}
  </div>`;
}

const Group = ({ tag, of, chosen }) => of.length > 0 && html`
  <h2>${tag.name} <small class="quiet">${tag.description}</small></h2>
  <ul>${of.map(each => html`<li key=${each.operationId}>
    <a href=${changed({ id: each.operationId })} aria-current=${each === chosen ? 'true' : undefined}>
      <span class="line"><b>${each.method}</b> ${each.path}</span> <span>${each.summary}</span></a></li>`)}</ul>`;

function Operation({ contract, of }) {
  const schemaOf = part => Object.values(part?.content || {})[0]?.schema;
  const answers = Object.entries(of.responses);
  const body = schemaOf(of.requestBody);
  return html`
    <p class="line"><b>${of.method}</b> ${of.path}</p>
    <p>${of.summary}</p>
    <${Facts} of=${[
      ['Documentation', of['x-source']],
      ['Credentials', (of.security || []).map(each => Object.keys(each).join(' and ') || 'none').join(', or ') || 'none'],
    ]} />
    <h3>Try it</h3>
    <${TryIt} contract=${contract} of=${of} schema=${body} />
    <h3>Parameters</h3>
    <${Small} caption="Parameters" none="It has none." heads=${['Name', 'Where', 'Type', 'Required', 'What it is']}
      rows=${(of.parameters || []).map(each => ({
        key: each.in + each.name,
        cells: [each.name, each.in, typeOf(contract, each.schema), each.required ? 'yes' : '',
          about({ ...each.schema, description: each.description })],
      }))} />
    <h3>Body</h3>
    ${body
      ? html`<p>${of.requestBody.required ? 'Required.' : 'It may be left out.'}</p>
        <${Members} contract=${contract} schema=${body} caption="Members of the body" />`
      : html`<p class="none">It has none.</p>`}
    <h3>Answers</h3>
    <${Small} caption="Answers" heads=${['Status', 'Rule', 'When', 'Known', 'Source']} none=""
      rows=${answers.flatMap(([status, answer]) => (answer['x-answers'] || [{ when: answer.description }]).map(each => ({
        key: status + each.rule,
        cells: [status, each.rule, each.when, each['x-provenance'], each['x-source']],
      })))} />
    ${answers.map(([status, answer]) => html`<${Bodies} key=${status} contract=${contract} status=${status}
      of=${Object.values(answer.content || {})[0]} />`)}`;
}

/** What the body of an answer has, and examples of it by their rules. */
const Bodies = ({ contract, status, of = {} }) => html`
  ${of.schema && html`<details><summary>${status}: members of the body</summary>
    <${Members} contract=${contract} schema=${of.schema} caption=${`Members of the body of ${status}`} /></details>`}
  ${Object.entries(of.examples || {}).map(([name, example]) => html`<details key=${name}>
    <summary>${status}: example of ${name}</summary>
    <pre tabindex="0">${JSON.stringify(resolve(contract, example).value, null, 2) ?? 'No body'}</pre></details>`)}`;
