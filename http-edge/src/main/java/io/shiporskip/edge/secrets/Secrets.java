package io.shiporskip.edge.secrets;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of one site, 256 random bits each, kept in {@code secrets.json}. Both sides must hold the same ones. Losing
 * the visitor key makes every visitor a new one; losing the voter key lets everybody vote once more.
 *
 * @param visitorKey signs the visitor's cookie
 * @param voterKey turns a visitor and a tool into a voter
 */
public record Secrets(SecretKey visitorKey, SecretKey voterKey) {

    public static final String FILE = "secrets.json";

    static final String HMAC = "HmacSHA256";
    private static final int BYTES = 32;
    private static final String VISITOR = "visitorKey";
    private static final String VOTER = "voterKey";

    /**
     * Reads the keys of a data folder, making them first where there are none.
     *
     * @throws io.shiporskip.edge.InvalidSettingException when the file cannot be read, made or understood
     */
    public static Secrets in(Path data) {
        JsonFile file = JsonFile.readOrCreate(data, FILE, () -> Map.of(VISITOR, random(), VOTER, random()));
        return new Secrets(key(file, VISITOR), key(file, VOTER));
    }

    static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static SecretKey key(JsonFile file, String name) {
        String text = file.text(name);
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length >= BYTES) {
                return new SecretKeySpec(bytes, HMAC);
            }
        } catch (IllegalArgumentException notBase64) {
            // said below, like a key that is too short
        }
        throw file.wrong("\"" + name + "\" is not " + BYTES + " bytes in base64url");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secrets(SecretKey visitor, SecretKey voter)
                && Arrays.equals(visitor.getEncoded(), visitorKey.getEncoded())
                && Arrays.equals(voter.getEncoded(), voterKey.getEncoded());
    }

    @Override
    public int hashCode() {
        return 31 * visitorKey.hashCode() + voterKey.hashCode();
    }

    @Override
    public String toString() {
        return "Secrets[not shown]";
    }
}
