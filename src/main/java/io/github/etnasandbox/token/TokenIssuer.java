package io.github.etnasandbox.token;

import io.github.etnasandbox.user.UserId;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.UnsupportedJwtException;
import io.jsonwebtoken.security.Keys;
import io.jsonwebtoken.security.SignatureException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import javax.crypto.SecretKey;

/**
 * Issues the tokens of a world: JSON Web Tokens (RFC 7519) signed with HS256.
 *
 * <p>The key is derived from the world's app keys, so that the same fixtures give the same token bytes everywhere, other
 * fixtures give tokens that do not verify here, and no key has to be kept anywhere. That makes these tokens repeatable
 * and therefore not secret: they open a sandbox and nothing else.
 */
public final class TokenIssuer {
    private final SecretKey key;

    private TokenIssuer(SecretKey key) {
        this.key = key;
    }

    /** Makes the issuer of a world. */
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

    /** Issues a token. */
    public Token issue(int id, UserId user, Instant issued, Instant expires, boolean interim) {
        JwtBuilder jwt = Jwts.builder()
                .json(new ClaimsJson.Writer())
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
                    .json(new ClaimsJson.Parser())
                    .verifyWith(key)
                    .clock(() -> Date.from(now))
                    .build()
                    .parseSignedClaims(value);
            return "its signature verifies, so it was issued before the last reset";
        } catch (ExpiredJwtException e) {
            return "its signature verifies, but it is from before the last reset and has expired as well";
        } catch (SignatureException e) {
            return "its signature does not verify; it was altered, or issued by another world";
        } catch (UnsupportedJwtException e) {
            return "it is a JSON Web Token that is not signed with HS256 (alg none is never accepted)";
        } catch (JwtException | IllegalArgumentException e) {
            return "it is neither a token of the fixtures nor one that POST /token issued";
        }
    }
}
