package io.shiporskip.standalone.server;

import io.shiporskip.edge.secrets.Tokens;
import io.shiporskip.standalone.terminal.OperatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The operator's token, as the data folder has it. */
final class OperatorToken {

    private OperatorToken() {}

    /** @throws OperatorException when the folder has none that can be read */
    static String in(Path data) {
        Path file = data.resolve(Tokens.FILE);
        try {
            String token = JsonMapper.shared()
                    .readTree(Files.readString(file))
                    .path("operator")
                    .asString("");
            if (!token.isEmpty()) {
                return token;
            }
        } catch (IOException | JacksonException e) {
            // said below, like a file without the token
        }
        throw new OperatorException("There is no operator's token to read in " + file + "; give one with --token.");
    }
}
