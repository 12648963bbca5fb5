/**
 * etna-sandbox: ETNA Trader's order API in a test JVM, stateful and deterministic. Start here, at
 * {@link io.github.etnasandbox.Sandbox}.
 *
 * <p>Packages depend on each other in one direction, top to bottom:
 * <pre>
 * junit, cli          a test run's and a terminal's way to a sandbox
 * (this one)          Sandbox: wires everything together
 * http                the server: carries requests and answers
 * stream              WebSockets that tell clients what happens, message by message
 * api, control        the documented API as a pure function; the routes for testers
 * repro               what happened in a world as a file, so that it can happen again
 * contract            what routes take and answer as an OpenAPI document, into which api and control put theirs
 * delivery            what webhooks are told, and that it is sent
 * live                worlds as they run: a clock and an atomic reference to a state, gates, faults, a journal
 * store               where worlds outlive their process, as bytes
 * coverage            which answers and incidents were met, and the report of that
 * world               worlds as testers see them, and their settings
 * journal             what was asked and answered, by which checks, and what it changed
 * fixture             JSON files to states and back
 * filter              the filter language of lists
 * binding             bodies of requests as typed values, or the framework's errors
 * resource            orders, faults and the venue's settings as JSON: their keys, in their order
 * venue               commands that place, replace, cancel and execute orders, and what follows from them
 * stage               gates that hold requests, faults that disturb them, and which requests are meant
 * state               everything a world knows as one value
 * order, token, account, user, security, quote, webhook    the domain
 * json                how JSON is spelt, read and written; words that nearly match; the version
 * </pre>
 * One cancel goes {@code HttpServer → ApiHandler → RequestPipeline → LiveWorld → Timeline.apply → ApiCall → Routes →
 * CancelOrder → Cancellation → Desk → NextState → Answer}.
 */
@NullMarked
package io.github.etnasandbox;

import org.jspecify.annotations.NullMarked;
