/**
 * JSON, one way: how values are spelt, how objects are read with everything that is wrong with them, and how they are
 * written. Depends on jackson-core, and on nothing of the sandbox.
 *
 * <p>A field is said once, in a {@link io.github.etnasandbox.json.Shape}, and that line both reads and writes it:
 *
 * <pre>
 * static final Shape&lt;AppKey&gt; SHAPE = Shape.strict(); // or Shape.keeping(getter), which keeps unknown fields
 * static final Field&lt;AppKey, String&gt; KEY = SHAPE.required("key", Kinds.HEADER_TEXT, AppKey::key);
 * static final Field&lt;AppKey, Boolean&gt; ENABLED = SHAPE.optional("enabled", Kinds.FLAG, AppKey::enabled);
 * static final Kind&lt;AppKey&gt; KIND = Kinds.object(SHAPE, found -&gt; new AppKey(found.get(KEY), found.get(ENABLED, true)));
 * </pre>
 *
 * <ul>
 *   <li>{@code Cursor.read("request body", text, Cursor.Wording.BODY, problems, cursor -> KIND.read(cursor))} reads a
 *       whole text. {@code Problems} has what is wrong then; a value with a problem is null.
 *   <li>{@code SHAPE.write(appKey, json.begin())} writes the record's fields in the order of their lines; a field whose
 *       getter gives null is left out. {@code KIND.write(appKey, json)} writes the object.
 *   <li>An object that is only read needs no record: {@code Shape<Void>}, lines without getters, and
 *       {@code Kinds.object(SHAPE)}, whose value is what was {@code Found}.
 *   <li>What a body may hold where a file may hold something else is said in the same line, by {@code Kind.inBodies}.
 *   <li>What {@code JsonObjectWriter.spellExactly} writes and {@code Cursor.Wording.STORED} reads comes back as the very
 *       values: the API's spelling cuts dates off at 100 ns, and knows neither a negative zero nor zeros at a number's end.
 *   <li>When a maker throws an IllegalArgumentException, its message becomes a problem of the object, a
 *       {@code contradiction}.
 * </ul>
 */
@NullMarked
package io.github.etnasandbox.json;

import org.jspecify.annotations.NullMarked;
