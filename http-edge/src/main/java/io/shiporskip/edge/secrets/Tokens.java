package io.shiporskip.edge.secrets;

import io.shiporskip.edge.access.Actor;
import io.shiporskip.events.panel.Seat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/**
 * The bearer tokens of one site, kept in {@code tokens.json}: {@code {"editor": …, "operator": …, "seats": {"builder":
 * …}}}. A role or seat that is left out has no token, so nobody can act as it.
 */
public final class Tokens {

    public static final String FILE = "tokens.json";

    private static final int SHORTEST = 16;
    private static final String EDITOR = "editor";
    private static final String OPERATOR = "operator";
    private static final String SEATS = "seats";

    private final Map<Actor, byte[]> digests = new LinkedHashMap<>();
    private final boolean created;

    private Tokens(boolean created) {
        this.created = created;
    }

    /**
     * Reads the tokens of a data folder, making them first where there are none.
     *
     * @throws io.shiporskip.edge.InvalidSettingException when the file cannot be read, made or understood
     */
    public static Tokens in(Path data) {
        JsonFile file = JsonFile.readOrCreate(data, FILE, Tokens::fresh);
        Tokens tokens = new Tokens(file.created());
        tokens.add(file, file.root().path(EDITOR), EDITOR, Actor.EDITOR);
        tokens.add(file, file.root().path(OPERATOR), OPERATOR, Actor.OPERATOR);
        for (Seat seat : Seat.values()) {
            String name = name(seat);
            tokens.add(file, file.root().path(SEATS).path(name), SEATS + "." + name, Actor.seat(seat));
        }
        tokens.refuseSharedTokens(file);
        return tokens;
    }

    /** Whether this very call made the file, so that its path can be announced once. */
    public boolean created() {
        return created;
    }

    /** Whose token this is. Takes the same time whichever it is, or none. */
    public Optional<Actor> actor(String token) {
        byte[] asked = digest(token);
        Actor found = null;
        for (Map.Entry<Actor, byte[]> each : digests.entrySet()) {
            if (MessageDigest.isEqual(each.getValue(), asked)) {
                found = each.getKey();
            }
        }
        return Optional.ofNullable(found);
    }

    /**
     * HMAC-SHA-256 over a text under an actor's token: nobody without the token can make it, and it is worth nothing once
     * the token is changed.
     *
     * @return 32 bytes; empty when that actor has no token
     */
    public Optional<byte[]> sign(Actor actor, String text) {
        return Optional.ofNullable(digests.get(actor))
                .map(digest -> Keyed.hash(new SecretKeySpec(digest, Secrets.HMAC), text));
    }

    private void add(JsonFile file, JsonNode value, String name, Actor actor) {
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        if (!value.isString() || value.stringValue().length() < SHORTEST) {
            throw file.wrong("\"" + name + "\" is not a text of at least " + SHORTEST + " characters");
        }
        digests.put(actor, digest(value.stringValue()));
    }

    private void refuseSharedTokens(JsonFile file) {
        Set<String> seen = new HashSet<>();
        digests.forEach((actor, digest) -> {
            if (!seen.add(HexFormat.of().formatHex(digest))) {
                throw file.wrong("the token of " + actor.name() + " is also another's");
            }
        });
    }

    private static Map<String, ?> fresh() {
        Map<String, String> seats = new LinkedHashMap<>();
        for (Seat seat : Seat.values()) {
            seats.put(name(seat), Secrets.random());
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(EDITOR, Secrets.random());
        all.put(OPERATOR, Secrets.random());
        all.put(SEATS, seats);
        return all;
    }

    private static String name(Seat seat) {
        return seat.name().toLowerCase(Locale.ROOT);
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
