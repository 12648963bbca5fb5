// The schemas of the contract, as a person reads them.
import { html } from './preact.js';
import { Small } from './ui.js';

/** What stands in the contract itself, where it only names it. No name in the contract has a character that is escaped. */
export const resolve = (contract, part) =>
  part.$ref ? part.$ref.slice(2).split('/').reduce((at, name) => at[name], contract) : part;

export function typeOf(contract, schema) {
  const of = resolve(contract, schema);
  if (of.enum) {
    return of.enum.map(String).join(' | ');
  }
  if (of.anyOf) {
    return of.anyOf.map(each => typeOf(contract, each)).join(' or ');
  }
  if (of.items) {
    return `array of ${typeOf(contract, of.items)}`;
  }
  if (schema.$ref) {
    return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
  }
  if (of.additionalProperties?.type) {
    return `object of ${typeOf(contract, of.additionalProperties)}`;
  }
  return [[of.type || 'any'].flat().join(' or '), of.format].filter(Boolean).join(', ');
}

const limitsOf = ({ minimum, exclusiveMinimum, maximum, maxItems }) =>
  [['at least', minimum], ['more than', exclusiveMinimum], ['at most', maximum], ['at most this many:', maxItems]]
    .filter(([, limit]) => limit !== undefined)
    .map(limit => limit.join(' '));

/** What is to be known of a value beside its type. */
export const about = schema => [schema.description, ...limitsOf(schema)].filter(Boolean).join('; ');

/** Whether a member has to be there: always, or as long as others are not. */
const needed = (of, name) =>
  of.required?.includes(name) ? 'yes' : of.else?.required?.includes(name) ? `without ${of.if.required.join(', ')}` : '';

function members(contract, schema, lead, deeper) {
  const of = resolve(contract, schema);
  if (of.anyOf) {
    return of.anyOf.flatMap(each => members(contract, each, lead, deeper));
  }
  if (of.items) {
    return members(contract, of.items, `${lead}[]`, deeper);
  }
  return Object.entries(of.properties || {}).flatMap(([name, each]) => {
    const path = lead ? `${lead}.${name}` : name;
    const cells = [path, typeOf(contract, each), needed(of, name), about(resolve(contract, each))];
    return [cells, ...(deeper > 0 ? members(contract, each, path, deeper - 1) : [])];
  });
}

/** The members of what a schema describes, and theirs. */
export const Members = ({ contract, schema, caption }) => html`<p class="line">${typeOf(contract, schema)}</p>
  <${Small} caption=${caption} heads=${['Member', 'Type', 'Required', 'What it is']} none=${about(resolve(contract, schema)) || 'It has no members of its own.'}
    rows=${members(contract, schema, '', 1).map((cells, index) => ({ key: index, cells }))} />`;

/** The least that fits a schema, of values that the world knows by the names of members. */
export function sample(contract, schema, values) {
  const of = resolve(contract, schema);
  if (of.anyOf) {
    return sample(contract, of.anyOf[0], values);
  }
  if (of.enum) {
    return of.enum[0];
  }
  switch ([of.type].flat()[0]) {
    case 'object': {
      const names = new Set([...(of.required || []), ...(of.else?.required || [])]);
      return Object.fromEntries([...names].map(name => [name, values[name] ?? sample(contract, of.properties[name], values)]));
    }
    case 'array': return [];
    case 'boolean': return false;
    case 'integer': case 'number': return of.minimum ?? 1;
    default: return of.format === 'duration' ? 'PT1S' : of.format === 'date-time' ? values.now : '';
  }
}
