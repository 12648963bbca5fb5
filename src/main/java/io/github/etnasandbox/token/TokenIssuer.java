package io.github.etnasandbox.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.JsonText;
import io.github.etnasandbox.user.UserId;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.UnsupportedJwtException;
import io.jsonwebtoken.io.AbstractDeserializer;
import io.jsonwebtoken.io.AbstractSerializer;
import io.jsonwebtoken.security.Keys;
import io.jsonwebtoken.security.SignatureException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKey;

/**
 * Issues the tokens of a world: JSON Web Tokens (RFC 7519) signed with HS256.
 *
 * <p>The key is derived from the world's app keys, so that the same fixtures give the same token bytes everywhere, other
 * fixtures give tokens that do not verify here, and no key has to be kept anywhere. That makes these tokens repeatable
 * and therefore not secret: they open a sandbox and nothing else.
 */
public final class TokenIssuer {
    /** Reads the claims, so that jjwt needs no JSON library of its own on the users' class path. */
    private static final JsonFactory JSON = new JsonFactory();

    private static final String KNOWN_KEY =
            "its signature fits this world's app keys: it may have been issued before the"
                    + " last reset or by a world with the same keys, or been used up or forgotten since";

    private final SecretKey key;

    private TokenIssuer(SecretKey key) {
        this.key = key;
    }

    public static TokenIssuer of(Collection<String> appKeys) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String appKey : appKeys) {
                digest.update(appKey.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return new TokenIssuer(Keys.hmacShaKeyFor(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public Token issue(int id, UserId user, Instant issued, Instant expires, boolean interim) {
        JwtBuilder jwt = Jwts.builder()
                .json(new ClaimsWriter())
                .id(Integer.toString(id))
                .subject(user.toString())
                .issuedAt(Date.from(issued))
                .expiration(Date.from(expires));
        if (interim) {
            jwt.claim("interim", true);
        }
        return new Token(jwt.signWith(key, Jwts.SIG.HS256).compact(), user, expires, false, interim);
    }

    /** Explains why a world may not know a token. It is no check: a token is good when the world's state has it. */
    public String explainUnknown(String value, Instant now) {
        try {
            Jwts.parser()
                    .json(new ClaimsReader())
                    .verifyWith(key)
                    .clock(() -> Date.from(now))
                    .build()
                    .parseSignedClaims(value);
            return KNOWN_KEY;
        } catch (ExpiredJwtException e) {
            return KNOWN_KEY + "; it has expired as well";
        } catch (SignatureException e) {
            return "its signature does not fit this world's app keys: it was altered, or issued by a world with other ones";
        } catch (UnsupportedJwtException e) {
            return "it is a JSON Web Token that is not signed with HS256 (alg none is never accepted)";
        } catch (JwtException | IllegalArgumentException e) {
            return "it is neither a token of the fixtures nor one that POST /token issued";
        }
    }

    /** Members keep their order, so that the same claims give the same bytes. */
    private static final class ClaimsWriter extends AbstractSerializer<Map<String, ?>> {
        @Override
        protected void doSerialize(Map<String, ?> claims, OutputStream out) throws IOException {
            StringBuilder text = new StringBuilder();
            JsonObjectWriter json = new JsonObjectWriter(text).begin();
            for (Map.Entry<String, ?> claim : claims.entrySet()) {
                Object value = claim.getValue();
                String spelt = String.valueOf(value);
                boolean bare = value instanceof Number || value instanceof Boolean;
                json.raw(claim.getKey(), bare ? spelt : JsonText.quote(spelt));
            }
            json.end();
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final class ClaimsReader extends AbstractDeserializer<Map<String, ?>> {
        @Override
        protected Map<String, ?> doDeserialize(Reader reader) throws IOException {
            Map<String, Object> claims = new LinkedHashMap<>();
            try (JsonParser json = JSON.createParser(reader)) {
                if (json.nextToken() != JsonToken.START_OBJECT) {
                    throw new IOException("a token's header and claims are JSON objects");
                }
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String name = json.currentName();
                    claims.put(name, scalar(json, json.nextToken()));
                }
            }
            return claims;
        }

        private static Object scalar(JsonParser json, JsonToken token) throws IOException {
            return switch (token) {
                case VALUE_STRING -> json.getText();
                case VALUE_NUMBER_INT -> json.getLongValue();
                case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
                default ->
                    throw new IOException("the claims of the tokens here are strings, whole numbers and booleans");
            };
        }
    }
}
