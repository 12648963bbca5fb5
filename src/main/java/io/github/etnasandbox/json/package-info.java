/**
 * JSON, one way: how values are spelt, how objects are read with everything that is wrong with them, and how they are
 * written. Depends on jackson-core, and on nothing of the sandbox.
 *
 * <p>A field is said once, in a {@link io.github.etnasandbox.json.Shape}, and that line both reads and writes it:
 *
 * <pre>{@code
 * static final Shape<User> SHAPE = Shape.keeping(User::kept); // or Shape.strict(), which refuses unknown fields
 * static final Field<User, Integer> ID = SHAPE.required("UserId", Kinds.ID, user -> user.id().value());
 * static final Field<User, String> LOGIN = SHAPE.required("Login", Kinds.NON_EMPTY_TEXT, User::login);
 * static final Kind<User> KIND = Kinds.object(SHAPE, found -> new User(found.get(ID), found.get(LOGIN), found.kept()));
 * }</pre>
 *
 * <ul>
 *   <li>{@code Cursor.read("request body", text, Wording.BODY, problems, cursor -> user = KIND.read(cursor))} reads a
 *       whole text. {@code Problems} has what is wrong then; a value with a problem is null.
 *   <li>{@code SHAPE.write(user, json.begin())} writes the record's fields in the order of their lines; a field whose
 *       getter gives null is left out. {@code KIND.write(user, json)} writes the object.
 *   <li>An object that is only read needs no record: {@code Shape<Void>}, lines without getters, and
 *       {@code Kinds.object(SHAPE)}, whose value is what was {@code Found}.
 *   <li>What a body may hold where a file may hold something else is said in the same line, by {@code Kind.inBodies}.
 *   <li>When a maker throws an IllegalArgumentException, its message becomes a problem of the object, a
 *       {@code contradiction}.
 * </ul>
 */
@NullMarked
package io.github.etnasandbox.json;

import org.jspecify.annotations.NullMarked;
